package health.stillpoint.patient.risk.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What the flags read of {@code session.hold-cleared.v1}. */
record HoldClearedV1(@NotNull UUID patientId, @NotNull UUID holdId) implements PatientFact {

    static final String TYPE = "session.hold-cleared.v1";
}
