package health.stillpoint.outcome.assessment.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.outcome.assessment.domain.AdministeredDose;
import health.stillpoint.outcome.assessment.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A row of {@code administered_dose}. */
@Entity
@Table(name = "administered_dose")
public class AdministeredDoseEntity extends ClinicEntity {

    @Column(name = "patient_id", nullable = false, updatable = false)
    public UUID patientId;

    @Column(name = "course_id", nullable = false, updatable = false)
    public UUID courseId;

    @Column(name = "number", nullable = false, updatable = false)
    public int number;

    @Column(name = "level", nullable = false, updatable = false)
    public String level;

    @Column(name = "ended_at", nullable = false, updatable = false)
    public Instant endedAt;

    static AdministeredDoseEntity of(AdministeredDose dose) {
        AdministeredDoseEntity entity = new AdministeredDoseEntity();
        entity.id = dose.id();
        entity.patientId = dose.patient().value();
        entity.courseId = dose.courseId();
        entity.number = dose.number();
        entity.level = dose.level();
        entity.endedAt = dose.endedAt();
        return entity;
    }

    AdministeredDose toDomain() {
        return new AdministeredDose(id, new PatientId(patientId), courseId, number, level, endedAt);
    }
}
