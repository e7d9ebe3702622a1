package health.stillpoint.session.alert.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.alert.domain.VitalAlert;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import java.util.stream.Collectors;

/** Row of {@code vital_alert}. */
@Entity
@Table(name = "vital_alert")
public class VitalAlertEntity extends ClinicEntity {

    public UUID sessionId;
    public UUID patientId;
    @Enumerated(EnumType.STRING)
    public Severity severity;
    public String codes;
    public Integer planMinute;
    public Instant measuredAt;
    public Instant raisedAt;
    public int escalationLevel;
    public Instant escalatedAt;
    public UUID acknowledgedBy;
    public Instant acknowledgedAt;
    public String action;

    VitalAlert toDomain() {
        return new VitalAlert(id, sessionId, patientId, severity,
                Arrays.stream(codes.split(",")).map(AlertCode::valueOf).collect(Collectors.toSet()), measuredAt, raisedAt,
                escalationLevel, escalatedAt, acknowledgedBy, acknowledgedAt, action, version);
    }

    void copyFrom(VitalAlert alert) {
        sessionId = alert.sessionId();
        patientId = alert.patientId();
        severity = alert.severity();
        codes = alert.sortedCodes().stream().map(Enum::name).collect(Collectors.joining(","));
        measuredAt = alert.measuredAt();
        raisedAt = alert.raisedAt();
        escalationLevel = alert.escalationLevel();
        escalatedAt = alert.escalatedAt();
        acknowledgedBy = alert.acknowledgedBy();
        acknowledgedAt = alert.acknowledgedAt();
        action = alert.action();
    }
}
