package health.stillpoint.patient.screening.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.Screening;
import health.stillpoint.patient.screening.domain.ScreeningAnswers;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One screening visit. */
@Entity
@Table(name = "screening")
class ScreeningEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    ScreeningAnswers answers;

    @Column(name = "performed_at", updatable = false)
    Instant performedAt;

    @Column(name = "recorded_by", updatable = false)
    UUID recordedBy;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    @Column(name = "recorded_late", updatable = false)
    boolean recordedLate;

    static ScreeningEntity of(Screening screening) {
        ScreeningEntity entity = new ScreeningEntity();
        entity.id = screening.id();
        entity.patientId = screening.patientId().value();
        entity.answers = screening.answers();
        entity.performedAt = screening.answers().performedAt();
        entity.recordedBy = screening.recordedBy();
        entity.recordedAt = screening.recordedAt();
        entity.recordedLate = screening.recordedLate();
        return entity;
    }

    Screening toDomain(List<Clearance> clearances) {
        return new Screening(id, new PatientId(patientId), answers, recordedBy, recordedAt, recordedLate, clearances);
    }
}
