package health.stillpoint.patient.treatment;

import health.stillpoint.patient.Bounds;
import health.stillpoint.patient.treatment.domain.TreatmentClass;
import health.stillpoint.patient.treatment.domain.TreatmentLimits;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.util.Set;

/** Numbers of adequacy and staging, each with its source. */
@Unremovable
@ConfigMapping(prefix = "stillpoint.treatment")
public interface TreatmentConfig extends TreatmentLimits {

    /** Weeks; programme.md section 2.5, synthesis of Bokma 2019 (F). */
    @Override
    @WithDefault("8")
    @Bounds(least = "8", most = "12")
    int adequateWeeks();

    /** Sessions; programme.md section 2.5 (S, F). */
    @Override
    @WithDefault("8")
    @Bounds(least = "8", most = "20")
    int cbtSessions();

    /** Sessions with in-vivo work; programme.md section 2.5 (P). */
    @Override
    @WithDefault("6")
    @Bounds(least = "6", most = "20")
    int exposureSessions();

    /** Programme.md section 2.5. Add PREGABALIN outside the US. */
    @Override
    @WithDefault("SSRI,SNRI")
    Set<TreatmentClass> firstLine();

    /** CGI-S; programme.md section 2.6 (P). */
    @Override
    @WithDefault("4")
    @Bounds(least = "4", most = "6")
    int cgiSeverity();

    /** CGI-S; programme.md section 2.6, stage 4 (P). */
    @Override
    @WithDefault("6")
    @Bounds(least = "6", most = "7")
    int cgiSeverityStageFour();

    /** SDS; programme.md section 2.6, stage 4 (P). */
    @Override
    @WithDefault("20")
    @Bounds(least = "20", most = "30")
    int sheehanDisabilityStageFour();

    /** Classes; programme.md section 2.6, stage 3 (P). */
    @Override
    @WithDefault("2")
    @Bounds(least = "2", most = "3")
    int classesStageThree();

    /** Classes; programme.md section 2.6, stage 4 (P). */
    @Override
    @WithDefault("3")
    @Bounds(least = "3", most = "4")
    int classesStageFour();
}
