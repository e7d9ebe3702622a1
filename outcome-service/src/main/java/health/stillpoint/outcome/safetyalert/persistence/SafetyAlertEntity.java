package health.stillpoint.outcome.safetyalert.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.instrument.domain.AlertSeverity;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.safetyalert.domain.AlertState;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Arrays;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A row of {@code safety_alert}. */
@Entity
@Table(name = "safety_alert")
public class SafetyAlertEntity extends ClinicEntity {

    @Column(name = "patient_id", nullable = false, updatable = false)
    public UUID patientId;

    @Column(name = "response_id", updatable = false)
    public UUID responseId;

    @Column(name = "assessment_id", nullable = false, updatable = false)
    public UUID assessmentId;

    @Column(name = "instrument", nullable = false, updatable = false)
    public String instrument;

    @Column(name = "code", nullable = false, updatable = false)
    public String code;

    @Enumerated(EnumType.STRING)
    @JdbcTypeCode(SqlTypes.VARCHAR)
    @Column(name = "severity", nullable = false, updatable = false)
    public AlertSeverity severity;

    @JdbcTypeCode(SqlTypes.ARRAY)
    @Column(name = "items", nullable = false, updatable = false)
    public Short[] items;

    @Column(name = "action", updatable = false)
    public String action;

    @Column(name = "raised_at", nullable = false, updatable = false)
    public Instant raisedAt;

    @Column(name = "escalated_at")
    public Instant escalatedAt;

    @Column(name = "acknowledged_at")
    public Instant acknowledgedAt;

    @Column(name = "acknowledged_by")
    public String acknowledgedBy;

    @Column(name = "resolved_at")
    public Instant resolvedAt;

    @Column(name = "resolved_by")
    public String resolvedBy;

    @Column(name = "reason")
    public String reason;

    static SafetyAlertEntity of(SafetyAlert alert) {
        SafetyAlert.Cause cause = alert.cause();
        SafetyAlertEntity entity = new SafetyAlertEntity();
        entity.id = alert.id().value();
        entity.patientId = cause.patient().value();
        entity.responseId = cause.response().orElse(null);
        entity.assessmentId = cause.assessment();
        entity.instrument = cause.instrument().value();
        entity.code = cause.code();
        entity.severity = cause.severity();
        entity.items = cause.items().stream().map(Integer::shortValue).toArray(Short[]::new);
        entity.action = cause.action().orElse(null);
        entity.raisedAt = alert.raisedAt();
        entity.copyFrom(alert);
        return entity;
    }

    /** Earlier steps stay on the row when a later one is taken. */
    void copyFrom(SafetyAlert alert) {
        escalatedAt = alert.escalatedAt().orElse(null);
        switch (alert.state()) {
            case AlertState.Raised() -> {}
            case AlertState.Acknowledged(String by, Instant at) -> {
                acknowledgedBy = by;
                acknowledgedAt = at;
            }
            case AlertState.Resolved(String by, Instant at, String words) -> {
                resolvedBy = by;
                resolvedAt = at;
                reason = words;
            }
        }
    }

    SafetyAlert toDomain() {
        return SafetyAlert.restore(
                new SafetyAlertId(id),
                new SafetyAlert.Cause(
                        new PatientId(patientId),
                        Optional.ofNullable(responseId),
                        assessmentId,
                        new InstrumentCode(instrument),
                        code,
                        severity,
                        Arrays.stream(items).map(Short::intValue).toList(),
                        Optional.ofNullable(action)),
                raisedAt,
                Optional.ofNullable(escalatedAt),
                state());
    }

    private AlertState state() {
        if (resolvedAt != null) {
            return new AlertState.Resolved(resolvedBy, resolvedAt, reason);
        }
        return acknowledgedAt != null
                ? new AlertState.Acknowledged(acknowledgedBy, acknowledgedAt)
                : new AlertState.Raised();
    }
}
