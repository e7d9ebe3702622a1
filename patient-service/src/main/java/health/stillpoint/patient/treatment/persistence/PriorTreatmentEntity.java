package health.stillpoint.patient.treatment.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One earlier treatment as it was recorded. */
@Entity
@Table(name = "prior_treatment")
class PriorTreatmentEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    PriorTreatment trial;

    @Column(name = "recorded_by", updatable = false)
    UUID recordedBy;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    static PriorTreatmentEntity of(PatientId patientId, PriorTreatment trial, UUID recordedBy, Instant recordedAt) {
        PriorTreatmentEntity entity = new PriorTreatmentEntity();
        entity.id = trial.id();
        entity.patientId = patientId.value();
        entity.trial = trial;
        entity.recordedBy = recordedBy;
        entity.recordedAt = recordedAt;
        return entity;
    }
}
