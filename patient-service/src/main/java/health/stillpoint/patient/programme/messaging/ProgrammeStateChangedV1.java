package health.stillpoint.patient.programme.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A patient moved on: {@code patient.programme-state-changed.v1}. */
public record ProgrammeStateChangedV1(
        UUID patientId, String from, String to, List<String> reasonCodes, Instant changedAt) {

    public static final String TYPE = "patient.programme-state-changed.v1";
}
