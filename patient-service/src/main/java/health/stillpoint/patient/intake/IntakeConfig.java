package health.stillpoint.patient.intake;

import health.stillpoint.patient.Bounds;
import health.stillpoint.patient.intake.domain.IntakeLimits;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Numbers of the intake rules, each with its source. */
@Unremovable
@ConfigMapping(prefix = "stillpoint.intake")
public interface IntakeConfig extends IntakeLimits {

    /** Rating 0..3; programme.md section 2.3 (P). */
    @Override
    @WithDefault("2")
    @Bounds(least = "1", most = "2")
    int prominentNature();

    /** PSWQ 16..80; programme.md section 2.3 (P). */
    @Override
    @WithDefault("60")
    @Bounds(least = "40", most = "60")
    int pswqQuestionsCognitive();

    /** BAI 0..63; programme.md section 2.3 (P). */
    @Override
    @WithDefault("26")
    @Bounds(least = "16", most = "26")
    int baiQuestionsSomatic();

    /** LSAS avoidance 0..72; programme.md section 2.3 (P). */
    @Override
    @WithDefault("36")
    @Bounds(least = "20", most = "36")
    int lsasAvoidanceQuestionsBehavioural();

    /** 0..10; dosing-and-monitoring.md section 3.2 (S). */
    @Override
    @WithDefault("6")
    @Bounds(least = "3", most = "6")
    int fearOfLosingControlLowStart();

    /** 0..10; dosing-and-monitoring.md section 3.2 (P). */
    @Override
    @WithDefault("4")
    @Bounds(least = "4", most = "7")
    int comfortWithAlteredStatesLowStart();

    /** PDSS item 5, 0..4; dosing-and-monitoring.md section 3.2 (P). */
    @Override
    @WithDefault("3")
    @Bounds(least = "1", most = "3")
    int interoceptiveFearLowStart();

    /** PCL-5 0..80; dosing-and-monitoring.md section 3.2, cut of NCPTSD (F). */
    @Override
    @WithDefault("33")
    @Bounds(least = "20", most = "33")
    int pcl5LowStart();

    /** CADSS 0..92; dosing-and-monitoring.md section 3.2 (P). */
    @Override
    @WithDefault("5")
    @Bounds(least = "1", most = "5")
    int cadssAtRestLowStart();

    /** Years; dosing-and-monitoring.md section 3.2 (P). */
    @Override
    @WithDefault("65")
    @Bounds(least = "50", most = "65")
    int ageLowStart();
}
