package health.stillpoint.patient.intake;

import health.stillpoint.patient.intake.domain.IntakeLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;

/** Numbers of the intake rules, each with its source. */
@ConfigMapping(prefix = "stillpoint.intake")
public interface IntakeConfig extends IntakeLimits {

    /** Rating 0..3; programme.md section 2.3 (P). */
    @Override
    @WithDefault("2")
    @Min(1)
    @Max(2)
    int prominentNature();

    /** PSWQ 16..80; programme.md section 2.3 (P). */
    @Override
    @WithDefault("60")
    @Min(40)
    @Max(60)
    int pswqQuestionsCognitive();

    /** BAI 0..63; programme.md section 2.3 (P). */
    @Override
    @WithDefault("26")
    @Min(16)
    @Max(26)
    int baiQuestionsSomatic();

    /** LSAS avoidance 0..72; programme.md section 2.3 (P). */
    @Override
    @WithDefault("36")
    @Min(20)
    @Max(36)
    int lsasAvoidanceQuestionsBehavioural();

    /** 0..10; dosing-and-monitoring.md section 3.2 (S). */
    @Override
    @WithDefault("6")
    @Min(3)
    @Max(6)
    int fearOfLosingControlLowStart();

    /** 0..10; dosing-and-monitoring.md section 3.2 (P). */
    @Override
    @WithDefault("4")
    @Min(4)
    @Max(7)
    int comfortWithAlteredStatesLowStart();

    /** PDSS item 5, 0..4; dosing-and-monitoring.md section 3.2 (P). */
    @Override
    @WithDefault("3")
    @Min(1)
    @Max(3)
    int interoceptiveFearLowStart();

    /** PCL-5 0..80; dosing-and-monitoring.md section 3.2, cut of NCPTSD (F). */
    @Override
    @WithDefault("33")
    @Min(20)
    @Max(33)
    int pcl5LowStart();

    /** CADSS 0..92; dosing-and-monitoring.md section 3.2 (P). */
    @Override
    @WithDefault("5")
    @Min(1)
    @Max(5)
    int cadssAtRestLowStart();

    /** Years; dosing-and-monitoring.md section 3.2 (P). */
    @Override
    @WithDefault("65")
    @Min(50)
    @Max(65)
    int ageLowStart();
}
