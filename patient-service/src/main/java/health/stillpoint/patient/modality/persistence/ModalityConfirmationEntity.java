package health.stillpoint.patient.modality.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.modality.domain.Confirmation;
import health.stillpoint.patient.modality.domain.Modality;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A therapist's choice; never changed. */
@Entity
@Table(name = "modality_confirmation")
class ModalityConfirmationEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    List<Modality> modalities;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    List<Modality> recommended;

    @Column(updatable = false)
    String reason;

    @Column(name = "confirmed_by", updatable = false)
    UUID confirmedBy;

    @Column(name = "confirmed_at", updatable = false)
    Instant confirmedAt;

    static ModalityConfirmationEntity of(Confirmation confirmation) {
        ModalityConfirmationEntity entity = new ModalityConfirmationEntity();
        entity.id = confirmation.id();
        entity.patientId = confirmation.patientId().value();
        entity.modalities = confirmation.modalities();
        entity.recommended = confirmation.recommended();
        entity.reason = confirmation.reason();
        entity.confirmedBy = confirmation.confirmedBy();
        entity.confirmedAt = confirmation.confirmedAt();
        return entity;
    }

    Confirmation toDomain() {
        return new Confirmation(id, new PatientId(patientId), modalities, recommended, reason, confirmedBy, confirmedAt);
    }
}
