package health.stillpoint.patient.treatment;

import health.stillpoint.patient.treatment.domain.TreatmentClass;
import health.stillpoint.patient.treatment.domain.TreatmentLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.util.Set;

/** Numbers of adequacy and staging, each with its source. */
@ConfigMapping(prefix = "stillpoint.treatment")
public interface TreatmentConfig extends TreatmentLimits {

    /** Weeks; programme.md section 2.5, synthesis of Bokma 2019 (F). */
    @Override
    @WithDefault("8")
    @Min(8)
    @Max(12)
    int adequateWeeks();

    /** Sessions; programme.md section 2.5 (S, F). */
    @Override
    @WithDefault("8")
    @Min(8)
    @Max(20)
    int cbtSessions();

    /** Sessions with in-vivo work; programme.md section 2.5 (P). */
    @Override
    @WithDefault("6")
    @Min(6)
    @Max(20)
    int exposureSessions();

    /** Programme.md section 2.5. Add PREGABALIN outside the US. */
    @Override
    @WithDefault("SSRI,SNRI")
    Set<TreatmentClass> firstLine();

    /** CGI-S; programme.md section 2.6 (P). */
    @Override
    @WithDefault("4")
    @Min(4)
    @Max(6)
    int cgiSeverity();

    /** CGI-S; programme.md section 2.6, stage 4 (P). */
    @Override
    @WithDefault("6")
    @Min(6)
    @Max(7)
    int cgiSeverityStageFour();

    /** SDS; programme.md section 2.6, stage 4 (P). */
    @Override
    @WithDefault("20")
    @Min(20)
    @Max(30)
    int sheehanDisabilityStageFour();

    /** Classes; programme.md section 2.6, stage 3 (P). */
    @Override
    @WithDefault("2")
    @Min(2)
    @Max(3)
    int classesStageThree();

    /** Classes; programme.md section 2.6, stage 4 (P). */
    @Override
    @WithDefault("3")
    @Min(3)
    @Max(4)
    int classesStageFour();
}
