package health.stillpoint.patient.modality.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.modality.domain.Evaluation;
import health.stillpoint.patient.modality.domain.Recommendation;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One evaluation; never changed. */
@Entity
@Table(name = "modality_evaluation")
class ModalityEvaluationEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Enumerated(EnumType.STRING)
    @Column(updatable = false)
    Evaluation.Cause cause;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Recommendation recommendation;

    @Column(name = "evaluated_at", updatable = false)
    Instant evaluatedAt;

    static ModalityEvaluationEntity of(Evaluation evaluation) {
        ModalityEvaluationEntity entity = new ModalityEvaluationEntity();
        entity.id = evaluation.id();
        entity.patientId = evaluation.patientId().value();
        entity.cause = evaluation.cause();
        entity.recommendation = evaluation.recommendation();
        entity.evaluatedAt = evaluation.at();
        return entity;
    }

    Evaluation toDomain() {
        return new Evaluation(id, new PatientId(patientId), cause, recommendation, evaluatedAt);
    }
}
