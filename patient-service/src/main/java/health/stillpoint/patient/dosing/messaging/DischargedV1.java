package health.stillpoint.patient.dosing.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What the dosing history reads of {@code session.session-discharged.v1}. */
public record DischargedV1(
        @NotNull UUID patientId, @NotNull UUID sessionId, @NotNull Instant recoveredAt) implements DosingFactHandler.Fact {

    public static final String TYPE = "session.session-discharged.v1";
}
