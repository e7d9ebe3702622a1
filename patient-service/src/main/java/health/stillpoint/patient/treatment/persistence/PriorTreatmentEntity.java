package health.stillpoint.patient.treatment.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.RecordedTreatment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of an earlier treatment. */
@Entity
@Table(name = "prior_treatment")
class PriorTreatmentEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Column(name = "treatment_id", updatable = false)
    UUID treatmentId;

    @Column(updatable = false)
    int number;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    RecordedTreatment.Status status;

    @Column(updatable = false)
    String reason;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    PriorTreatment trial;

    @Column(name = "recorded_by", updatable = false)
    UUID recordedBy;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    static PriorTreatmentEntity of(UUID id, PatientId patientId, RecordedTreatment version) {
        PriorTreatmentEntity entity = new PriorTreatmentEntity();
        entity.id = id;
        entity.patientId = patientId.value();
        entity.treatmentId = version.trial().id();
        entity.number = version.number();
        entity.status = version.status();
        entity.reason = version.reason();
        entity.trial = version.trial();
        entity.recordedBy = version.recordedBy();
        entity.recordedAt = version.recordedAt();
        return entity;
    }

    RecordedTreatment toDomain() {
        return new RecordedTreatment(trial, number, status, reason, recordedBy, recordedAt);
    }
}
