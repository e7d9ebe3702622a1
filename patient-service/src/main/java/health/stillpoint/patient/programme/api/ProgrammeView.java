package health.stillpoint.patient.programme.api;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.programme.domain.Programme;
import health.stillpoint.patient.programme.domain.ProgrammeRepository.RecordedTransition;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * Where a patient stands, what still keeps them there, and how they came.
 *
 * @param unmet what the present state waits for, as codes
 * @param history every step, oldest first
 */
public record ProgrammeView(UUID patientId, ProgrammeState state, List<String> unmet, List<StepView> history) {

    /** One step; {@code by} is the subject of the token, or the consumer or job that caused it. */
    public record StepView(ProgrammeState from, ProgrammeState to, List<String> reasonCodes, Instant at, String by) { }

    static ProgrammeView of(UUID patientId, Programme programme, List<RecordedTransition> history) {
        return new ProgrammeView(patientId, programme.state(), programme.unmet(), history.stream()
                .map(step -> new StepView(step.transition().from(), step.transition().to(),
                        step.transition().reasonCodes(), step.transition().at(), step.by()))
                .toList());
    }
}
