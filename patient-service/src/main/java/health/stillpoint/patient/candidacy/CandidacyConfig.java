package health.stillpoint.patient.candidacy;

import health.stillpoint.patient.candidacy.domain.CandidacyLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Numbers of the candidacy decision, each with its source. */
@ConfigMapping(prefix = "stillpoint.candidacy")
public interface CandidacyConfig extends CandidacyLimits {

    /** CGI-S; programme.md section 6 rule 3 (P). */
    @Override
    @WithDefault("4")
    @Min(4)
    @Max(6)
    int cgiSeverity();

    /** Days; programme.md section 6, decision record (P). */
    @Override
    @WithDefault("90")
    @Min(7)
    @Max(90)
    int decisionDays();

    /** Findings; programme.md section 6, decision record (P). */
    @Override
    @WithDefault("3")
    @Min(1)
    @Max(3)
    int relativeFindingsForSecondReader();

    /** SUDS 0..10; programme.md section 7, EMDR row, used for FAV_TRAUMA_ROOTED (S). */
    @Override
    @WithDefault("5")
    @Min(3)
    @Max(7)
    int traumaDistress();

    /** Rating 0..3; programme.md section 2.3 (P). */
    @Override
    @WithDefault("2")
    @Min(1)
    @Max(3)
    int prominentNature();

    /** How often decisions out of date are looked for. */
    @WithDefault("30s")
    String expiryCheck();

    /** How often patients are looked for who wait for a decision on a screening out of date. */
    @WithDefault("1h")
    String reviewCheck();
}
