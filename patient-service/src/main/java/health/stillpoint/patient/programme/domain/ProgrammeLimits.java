package health.stillpoint.patient.programme.domain;

/** Numbers of the programme's guards; each with its source where it gets its value. */
public interface ProgrammeLimits {

    /** Preparation sessions before the first dose. */
    int preparationSessions();

    /** Preparation sessions when a low-start trigger is present. */
    int preparationSessionsLowStart();
}
