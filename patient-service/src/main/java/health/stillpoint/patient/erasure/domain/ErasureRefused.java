package health.stillpoint.patient.erasure.domain;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.util.EnumSet;
import java.util.Set;

/** Somebody who is under treatment must stay reachable: the programme is stopped first. */
public final class ErasureRefused extends RuntimeException {

    /** States in which a dose may be ahead or has just been given (programme.md section 1). */
    private static final Set<ProgrammeState> IN_TREATMENT = EnumSet.of(ProgrammeState.PREPARATION, ProgrammeState.IN_COURSE,
            ProgrammeState.MAINTENANCE, ProgrammeState.SUSPENDED);

    private ErasureRefused() {
        super("The person is under treatment");
    }

    /** Refuses in a state in which the person must stay reachable. */
    public static void whenInTreatment(ProgrammeState state) {
        if (IN_TREATMENT.contains(state)) {
            throw new ErasureRefused();
        }
    }
}
