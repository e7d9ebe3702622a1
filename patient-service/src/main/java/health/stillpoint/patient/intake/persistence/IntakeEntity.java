package health.stillpoint.patient.intake.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One version of an intake; a trigger keeps signed ones as they are. */
@Entity
@Table(name = "intake")
class IntakeEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Column(updatable = false)
    int number;

    @JdbcTypeCode(SqlTypes.JSON)
    IntakeContent content;

    UUID author;

    @Column(name = "signed_by")
    UUID signedBy;

    @Column(name = "signed_at")
    Instant signedAt;

    static IntakeEntity of(Intake intake) {
        IntakeEntity entity = new IntakeEntity();
        entity.id = intake.id();
        entity.patientId = intake.patientId().value();
        entity.number = intake.number();
        entity.copyFrom(intake);
        return entity;
    }

    void copyFrom(Intake intake) {
        content = intake.content();
        author = intake.author();
        switch (intake.state()) {
            case Intake.State.Draft _ -> { }
            case Intake.State.Signed signed -> {
                signedBy = signed.by();
                signedAt = signed.at();
            }
        }
    }

    Intake toDomain() {
        Intake.State state = signedAt == null ? new Intake.State.Draft() : new Intake.State.Signed(signedBy, signedAt);
        return new Intake(id, new PatientId(patientId), number, content, author, state);
    }
}
