package health.stillpoint.patient.programme.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.programme.domain.ProgrammeRepository.RecordedTransition;
import health.stillpoint.patient.programme.domain.Transition;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** One step of a patient; never changed, never deleted. */
@Entity
@Table(name = "programme_transition")
class ProgrammeTransitionEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Enumerated(EnumType.STRING)
    @Column(name = "from_state", updatable = false)
    ProgrammeState fromState;

    @Enumerated(EnumType.STRING)
    @Column(name = "to_state", updatable = false)
    ProgrammeState toState;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(name = "reason_codes", updatable = false)
    List<String> reasonCodes;

    /** Order among the steps of one moment; the database counts. */
    @Column(name = "number", insertable = false, updatable = false)
    Long number;

    @Column(name = "changed_at", updatable = false)
    Instant changedAt;

    @Column(name = "recorded_at", updatable = false)
    Instant recordedAt;

    @Column(name = "caused_by", updatable = false)
    String causedBy;

    @Column(name = "closing_note", updatable = false)
    String closingNote;

    RecordedTransition toDomain() {
        return new RecordedTransition(new Transition(fromState, toState, reasonCodes, changedAt), causedBy, recordedAt);
    }
}
