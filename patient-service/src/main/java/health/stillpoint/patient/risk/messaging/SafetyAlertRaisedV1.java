package health.stillpoint.patient.risk.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What the flags read of {@code outcome.safety-alert-raised.v1}. */
record SafetyAlertRaisedV1(@NotNull UUID patientId, @NotNull UUID alertId) implements PatientFact {

    static final String TYPE = "outcome.safety-alert-raised.v1";
}
