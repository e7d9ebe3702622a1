package health.stillpoint.patient.erasure.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.erasure.domain.Erasure;
import health.stillpoint.patient.erasure.domain.ErasureReason;
import health.stillpoint.patient.erasure.domain.ErasureRequester;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** Row of an erasure; never changed. */
@Entity
@Table(name = "erasure")
class ErasureEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    ErasureReason reason;

    @Enumerated(EnumType.STRING)
    @Column(name = "requested_by", updatable = false)
    ErasureRequester requestedBy;

    @Column(name = "recorded_by", updatable = false)
    UUID recordedBy;

    @Column(name = "erased_at", updatable = false)
    Instant erasedAt;

    @Column(name = "last_contact", updatable = false)
    Instant lastContact;

    @Column(name = "keep_until", updatable = false)
    LocalDate keepUntil;

    static ErasureEntity of(Erasure erasure) {
        ErasureEntity entity = new ErasureEntity();
        entity.id = erasure.id();
        entity.patientId = erasure.patientId().value();
        entity.reason = erasure.reason();
        entity.requestedBy = erasure.requestedBy();
        entity.recordedBy = erasure.recordedBy();
        entity.erasedAt = erasure.erasedAt();
        entity.lastContact = erasure.lastContact();
        entity.keepUntil = erasure.keepUntil();
        return entity;
    }

    Erasure toDomain() {
        return new Erasure(id, new PatientId(patientId), reason, requestedBy, recordedBy, erasedAt, lastContact, keepUntil);
    }
}
