package health.stillpoint.patient.programme;

import health.stillpoint.patient.programme.domain.ProgrammeLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import java.time.Duration;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Numbers of the programme's guards. */
@ConfigMapping(prefix = "stillpoint.programme")
public interface ProgrammeConfig extends ProgrammeLimits {

    /** Sessions; programme.md section 1, state PREPARATION, and section 9. */
    @Override
    @WithDefault("1")
    @Min(1)
    @Max(5)
    int preparationSessions();

    /** Sessions; programme.md section 1, state PREPARATION. */
    @Override
    @WithDefault("2")
    @Min(2)
    @Max(6)
    int preparationSessionsLowStart();

    /** 90 days; programme.md section 1, state FOLLOW_UP (P). */
    @Override
    @WithDefault("P90D")
    @DurationMin(days = 30)
    @DurationMax(days = 90)
    Duration relapseScreening();
}
