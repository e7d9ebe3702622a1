package health.stillpoint.patient.patients.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.FormerIdentifier;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A number that ended. */
@Entity
@Table(name = "former_identifier")
class FormerIdentifierEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Column(updatable = false)
    String system;

    @Column(updatable = false)
    String value;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    FormerIdentifier.Reason reason;

    @Column(name = "ended_by", updatable = false)
    UUID endedBy;

    @Column(name = "ended_at", updatable = false)
    Instant endedAt;

    static FormerIdentifierEntity of(PatientId patientId, FormerIdentifier former) {
        FormerIdentifierEntity entity = new FormerIdentifierEntity();
        entity.id = former.id();
        entity.patientId = patientId.value();
        entity.system = former.identifier().system();
        entity.value = former.identifier().value();
        entity.reason = former.reason();
        entity.endedBy = former.endedBy();
        entity.endedAt = former.endedAt();
        return entity;
    }

    FormerIdentifier toDomain() {
        return new FormerIdentifier(id, new Identifier(system, value), reason, endedBy, endedAt);
    }
}
