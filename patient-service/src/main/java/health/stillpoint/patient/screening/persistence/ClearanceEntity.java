package health.stillpoint.patient.screening.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.Condition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A physician's clearance; never changed. */
@Entity
@Table(name = "clearance")
class ClearanceEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Column(name = "screening_id", updatable = false)
    UUID screeningId;

    @Column(name = "finding_code", updatable = false)
    String findingCode;

    @Column(name = "cleared_by", updatable = false)
    UUID clearedBy;

    @Column(name = "cleared_at", updatable = false)
    Instant clearedAt;

    @Column(updatable = false)
    String rationale;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Set<Condition> conditions;

    @Column(name = "dose_factor", updatable = false)
    BigDecimal doseFactor;

    @Column(name = "expires_at", updatable = false)
    Instant expiresAt;

    static ClearanceEntity of(PatientId patientId, Clearance clearance) {
        ClearanceEntity entity = new ClearanceEntity();
        entity.id = clearance.id();
        entity.patientId = patientId.value();
        entity.screeningId = clearance.screeningId();
        entity.findingCode = clearance.findingCode();
        entity.clearedBy = clearance.clearedBy();
        entity.clearedAt = clearance.clearedAt();
        entity.rationale = clearance.rationale();
        entity.conditions = clearance.conditions();
        entity.doseFactor = clearance.doseFactor();
        entity.expiresAt = clearance.expiresAt();
        return entity;
    }

    Clearance toDomain() {
        return new Clearance(id, screeningId, findingCode, clearedBy, clearedAt, rationale, conditions, doseFactor,
                expiresAt);
    }
}
