package health.stillpoint.patient.modality;

import health.stillpoint.patient.modality.domain.ModalityLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Numbers of the modality rules, each with its source; rows are those of programme.md section 7. */
@ConfigMapping(prefix = "stillpoint.modality")
public interface ModalityConfig extends ModalityLimits {

    /** Rating 0..3; rows COGNITIVE, EXPOSURE and SOMATIC (P). */
    @Override
    @WithDefault("2")
    @Min(1)
    @Max(3)
    int prominentNature();

    /** Rating 0..3; score column (P). */
    @Override
    @WithDefault("3")
    @Min(2)
    @Max(3)
    int dominatingNature();

    /** PSWQ; row COGNITIVE (P). */
    @Override
    @WithDefault("60")
    @Min(45)
    @Max(70)
    int pswq();

    /** BAI; row SOMATIC (P; severe band F). */
    @Override
    @WithDefault("26")
    @Min(16)
    @Max(36)
    int bai();

    /** PCL-5; row EMDR (P; lower bound of the published range F). */
    @Override
    @WithDefault("31")
    @Min(25)
    @Max(40)
    int pcl5();

    /** SUDS; row EMDR (P). */
    @Override
    @WithDefault("5")
    @Min(3)
    @Max(7)
    int originDistress();

    /** Vividness; row ART (P). */
    @Override
    @WithDefault("5")
    @Min(3)
    @Max(7)
    int imageVividness();

    /** 0..10; row IFS (P). */
    @Override
    @WithDefault("6")
    @Min(4)
    @Max(8)
    int fearOfLosingControl();

    /** Percent; row IDENTITY_WORK (S). */
    @Override
    @WithDefault("50")
    @Min(30)
    @Max(70)
    int improvementPercent();

    /** Modalities (P). */
    @Override
    @WithDefault("3")
    @Min(1)
    @Max(3)
    int activeAtMost();

    /** Doses; "after every 2 doses" (P). */
    @Override
    @WithDefault("2")
    @Min(1)
    @Max(2)
    int dosingSessionsBetweenEvaluations();
}
