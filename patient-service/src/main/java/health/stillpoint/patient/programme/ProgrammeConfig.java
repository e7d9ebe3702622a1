package health.stillpoint.patient.programme;

import health.stillpoint.patient.Bounds;
import health.stillpoint.patient.programme.domain.ProgrammeLimits;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.time.Duration;

/** Numbers of the programme's guards. */
@Unremovable
@ConfigMapping(prefix = "stillpoint.programme")
public interface ProgrammeConfig extends ProgrammeLimits {

    /** Sessions; programme.md section 1, state PREPARATION, and section 9. */
    @Override
    @WithDefault("1")
    @Bounds(least = "1", most = "5")
    int preparationSessions();

    /** Sessions; programme.md section 1, state PREPARATION. */
    @Override
    @WithDefault("2")
    @Bounds(least = "2", most = "6")
    int preparationSessionsLowStart();

    /** 90 days; programme.md section 1, state FOLLOW_UP (P). */
    @Override
    @WithDefault("P90D")
    @Bounds(least = "P30D", most = "P90D")
    Duration relapseScreening();
}
