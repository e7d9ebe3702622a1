package health.stillpoint.session.hold.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.hold.domain.Hold;
import health.stillpoint.session.hold.domain.HoldCode;
import health.stillpoint.session.hold.domain.HoldSeverity;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code hold}. */
@Entity
@Table(name = "hold")
public class HoldEntity extends ClinicEntity {

    public UUID patientId;
    @Enumerated(EnumType.STRING)
    public HoldCode code;
    @Enumerated(EnumType.STRING)
    public HoldSeverity severity;
    public UUID origin;
    public String reason;
    public Instant placedAt;
    public UUID placedBy;
    public UUID clearedBy;
    public Instant clearedAt;
    public String clearReason;
    public Instant clearedUntil;

    Hold toDomain() {
        return new Hold(id, patientId, code, severity, origin, reason, placedAt, placedBy, clearedBy, clearedAt, clearReason,
                clearedUntil, version);
    }

    void copyFrom(Hold hold) {
        patientId = hold.patientId();
        code = hold.code();
        severity = hold.severity();
        origin = hold.origin();
        reason = hold.reason();
        placedAt = hold.placedAt();
        placedBy = hold.placedBy();
        clearedBy = hold.clearedBy();
        clearedAt = hold.clearedAt();
        clearReason = hold.clearReason();
        clearedUntil = hold.clearedUntil();
    }
}
