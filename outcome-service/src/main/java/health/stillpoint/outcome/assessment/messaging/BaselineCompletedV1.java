package health.stillpoint.outcome.assessment.messaging;

import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code outcome.baseline-completed.v1}. */
record BaselineCompletedV1(UUID patientId, String primaryInstrument, Instant completedAt) {

    static final String TYPE = "outcome.baseline-completed.v1";

    static BaselineCompletedV1 of(Assessment baseline, InstrumentCode primaryInstrument) {
        return new BaselineCompletedV1(
                baseline.patient().value(),
                primaryInstrument.value(),
                baseline.completedAt().orElseThrow());
    }
}
