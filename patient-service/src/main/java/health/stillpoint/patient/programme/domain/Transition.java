package health.stillpoint.patient.programme.domain;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.time.Instant;
import java.util.Collections;
import java.util.List;
import java.util.Set;

/** One step of a patient through the programme; kept for ever. */
public record Transition(ProgrammeState from, ProgrammeState to, List<String> reasonCodes, Instant at) {

    /** Reasons to stop that speak against every further dose, also if they were entered by mistake (our own). */
    private static final Set<String> HARM = Set.of("CONTRAINDICATION_FOUND", "SERIOUS_ADVERSE_EVENT", "DECEASED");

    public boolean isStopForHarm() {
        return to == ProgrammeState.STOPPED && !Collections.disjoint(reasonCodes, HARM);
    }
}
