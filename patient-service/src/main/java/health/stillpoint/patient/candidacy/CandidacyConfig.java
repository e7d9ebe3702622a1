package health.stillpoint.patient.candidacy;

import health.stillpoint.patient.Bounds;
import health.stillpoint.patient.candidacy.domain.CandidacyLimits;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Numbers of the candidacy decision, each with its source. */
@Unremovable
@ConfigMapping(prefix = "stillpoint.candidacy")
public interface CandidacyConfig extends CandidacyLimits {

    /** CGI-S; programme.md section 6 rule 3 (P). */
    @Override
    @WithDefault("4")
    @Bounds(least = "4", most = "6")
    int cgiSeverity();

    /** Days; programme.md section 6, decision record (P). */
    @Override
    @WithDefault("90")
    @Bounds(least = "7", most = "90")
    int decisionDays();

    /** Findings; programme.md section 6, decision record (P). */
    @Override
    @WithDefault("3")
    @Bounds(least = "1", most = "3")
    int relativeFindingsForSecondReader();

    /** SUDS 0..10; programme.md section 7, EMDR row, used for FAV_TRAUMA_ROOTED (S). */
    @Override
    @WithDefault("5")
    @Bounds(least = "3", most = "7")
    int traumaDistress();

    /** Rating 0..3; programme.md section 2.3 (P). */
    @Override
    @WithDefault("2")
    @Bounds(least = "1", most = "3")
    int prominentNature();

    /** How often decisions out of date are looked for. */
    @WithDefault("30s")
    String expiryCheck();

    /** How often patients are looked for who wait for a decision on a screening out of date. */
    @WithDefault("1h")
    String reviewCheck();
}
