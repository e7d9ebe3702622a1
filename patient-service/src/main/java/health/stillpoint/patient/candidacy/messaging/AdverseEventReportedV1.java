package health.stillpoint.patient.candidacy.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code session.adverse-event-reported.v1}. {@code serious} null = not said, read as serious. */
public record AdverseEventReportedV1(@NotNull UUID patientId, @NotNull UUID adverseEventId, Boolean serious) implements PatientFact {

    public static final String TYPE = "session.adverse-event-reported.v1";

    boolean mayBeSerious() {
        return !Boolean.FALSE.equals(serious);
    }
}
