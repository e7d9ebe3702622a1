package health.stillpoint.patient.programme.domain;

import java.time.Duration;

/** Numbers of the programme's guards; each with its source where it gets its value. */
public interface ProgrammeLimits {

    /** Preparation sessions before the first dose. */
    int preparationSessions();

    /** Preparation sessions when a low-start trigger is present. */
    int preparationSessionsLowStart();

    /** How long after the last screening a relapse may be treated without a new candidacy review. */
    Duration relapseScreening();
}
