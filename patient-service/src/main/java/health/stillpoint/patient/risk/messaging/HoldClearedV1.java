package health.stillpoint.patient.risk.messaging;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What the flags read of {@code session.hold-cleared.v1}. */
record HoldClearedV1(@NotNull UUID patientId, @NotNull UUID holdId) implements FlaggedFact {

    static final String TYPE = "session.hold-cleared.v1";

    @Override
    public UUID sourceId() {
        return holdId;
    }
}
