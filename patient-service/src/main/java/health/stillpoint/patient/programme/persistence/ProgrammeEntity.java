package health.stillpoint.patient.programme.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.programme.domain.Programme;
import health.stillpoint.patient.programme.domain.ProgrammeFacts;
import health.stillpoint.patient.programme.domain.ProgrammeLimits;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A patient's programme; its id is the patient's. */
@Entity
@Table(name = "programme")
class ProgrammeEntity extends ClinicEntity {

    @Enumerated(EnumType.STRING)
    ProgrammeState state;

    @Enumerated(EnumType.STRING)
    @Column(name = "state_before")
    ProgrammeState stateBefore;

    @JdbcTypeCode(SqlTypes.JSON)
    ProgrammeFacts facts;

    static ProgrammeEntity of(PatientId id) {
        ProgrammeEntity entity = new ProgrammeEntity();
        entity.id = id.value();
        return entity;
    }

    void copyFrom(Programme programme) {
        state = programme.state();
        stateBefore = programme.before();
        facts = programme.facts().copy();
    }

    Programme toDomain(ProgrammeLimits limits) {
        return new Programme(state, stateBefore, facts.copy(), limits);
    }
}
