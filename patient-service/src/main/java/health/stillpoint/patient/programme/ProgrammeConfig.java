package health.stillpoint.patient.programme;

import health.stillpoint.patient.programme.domain.ProgrammeLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;

/** Numbers of the programme's guards. */
@ConfigMapping(prefix = "stillpoint.programme")
public interface ProgrammeConfig extends ProgrammeLimits {

    /** Sessions; programme.md section 1, state PREPARATION, and section 9. */
    @Override
    @WithDefault("1")
    int preparationSessions();

    /** Sessions; programme.md section 1, state PREPARATION. */
    @Override
    @WithDefault("2")
    int preparationSessionsLowStart();
}
