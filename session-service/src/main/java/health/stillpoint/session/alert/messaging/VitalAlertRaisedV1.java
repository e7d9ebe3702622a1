package health.stillpoint.session.alert.messaging;

import health.stillpoint.session.alert.domain.VitalAlert;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Wire form of {@code session.vital-alert-raised.v1}. */
public record VitalAlertRaisedV1(UUID patientId, UUID sessionId, UUID alertId, String severity, List<String> codes, Instant raisedAt) {

    public static final String TYPE = "session.vital-alert-raised.v1";

    public static VitalAlertRaisedV1 of(VitalAlert alert) {
        return new VitalAlertRaisedV1(alert.patientId(), alert.sessionId(), alert.id(), alert.severity().name(),
                alert.sortedCodes().stream().map(Enum::name).toList(), alert.raisedAt());
    }
}
