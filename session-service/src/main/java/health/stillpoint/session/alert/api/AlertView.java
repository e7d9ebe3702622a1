package health.stillpoint.session.alert.api;

import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.alert.domain.VitalAlert;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert. */
public record AlertView(UUID id, long version, UUID sessionId, Severity severity, Set<AlertCode> codes, Instant measuredAt, Instant raisedAt,
        @Schema(description = "Who is asked to act now") VitalAlert.Responder responder, int escalationLevel, Instant escalatedAt,
        boolean open, UUID acknowledgedBy, Instant acknowledgedAt, String action) {

    public static AlertView of(VitalAlert alert) {
        return new AlertView(alert.id(), alert.version(), alert.sessionId(), alert.severity(), alert.sortedCodes(), alert.measuredAt(),
                alert.raisedAt(), alert.responder(), alert.escalationLevel(), alert.escalatedAt(), alert.open(), alert.acknowledgedBy(),
                alert.acknowledgedAt(), alert.action());
    }

    @Override
    public String toString() {
        return "AlertView[" + id + "]";
    }
}
