package health.stillpoint.patient.modality;

import health.stillpoint.patient.Bounds;
import health.stillpoint.patient.modality.domain.ModalityLimits;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Numbers of the modality rules, each with its source; rows are those of programme.md section 7. */
@Unremovable
@ConfigMapping(prefix = "stillpoint.modality")
public interface ModalityConfig extends ModalityLimits {

    /** Rating 0..3; rows COGNITIVE, EXPOSURE and SOMATIC (P). */
    @Override
    @WithDefault("2")
    @Bounds(least = "1", most = "3")
    int prominentNature();

    /** Rating 0..3; score column (P). */
    @Override
    @WithDefault("3")
    @Bounds(least = "2", most = "3")
    int dominatingNature();

    /** PSWQ; row COGNITIVE (P). */
    @Override
    @WithDefault("60")
    @Bounds(least = "45", most = "70")
    int pswq();

    /** BAI; row SOMATIC (P; severe band F). */
    @Override
    @WithDefault("26")
    @Bounds(least = "16", most = "36")
    int bai();

    /** PCL-5; row EMDR (P; lower bound of the published range F). */
    @Override
    @WithDefault("31")
    @Bounds(least = "25", most = "40")
    int pcl5();

    /** SUDS; row EMDR (P). */
    @Override
    @WithDefault("5")
    @Bounds(least = "3", most = "7")
    int originDistress();

    /** Vividness; row ART (P). */
    @Override
    @WithDefault("5")
    @Bounds(least = "3", most = "7")
    int imageVividness();

    /** 0..10; row IFS (P). */
    @Override
    @WithDefault("6")
    @Bounds(least = "4", most = "8")
    int fearOfLosingControl();

    /** Percent; row IDENTITY_WORK (S). */
    @Override
    @WithDefault("50")
    @Bounds(least = "30", most = "70")
    int improvementPercent();

    /** Modalities (P). */
    @Override
    @WithDefault("3")
    @Bounds(least = "1", most = "3")
    int activeAtMost();

    /** Doses; "after every 2 doses" (P). */
    @Override
    @WithDefault("2")
    @Bounds(least = "1", most = "2")
    int dosingSessionsBetweenEvaluations();
}
