package health.stillpoint.patient.risk.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What the flags read of {@code session.hold-placed.v1}. */
record HoldPlacedV1(@NotNull UUID patientId, @NotNull UUID holdId) implements PatientFact {

    static final String TYPE = "session.hold-placed.v1";
}
