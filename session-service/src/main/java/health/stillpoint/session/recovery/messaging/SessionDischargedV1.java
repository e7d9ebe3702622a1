package health.stillpoint.session.recovery.messaging;

import health.stillpoint.session.recovery.domain.Discharge;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.session-discharged.v1}. */
public record SessionDischargedV1(UUID patientId, UUID courseId, UUID sessionId, UUID doseId, Instant recoveredAt, Instant dischargedAt) {

    public static final String TYPE = "session.session-discharged.v1";

    public static SessionDischargedV1 of(Discharge discharge, UUID courseId) {
        return new SessionDischargedV1(discharge.patientId(), courseId, discharge.sessionId(), discharge.doseId(),
                discharge.recoveredAt(), discharge.dischargedAt());
    }
}
