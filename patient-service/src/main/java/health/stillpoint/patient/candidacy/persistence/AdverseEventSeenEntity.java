package health.stillpoint.patient.candidacy.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** A serious adverse event that has reopened the candidacy; its id is the event's. Earlier builds kept alerts of high suicide risk here too. */
@Entity
@Table(name = "adverse_event_seen")
class AdverseEventSeenEntity extends ClinicEntity {

    @Column(name = "patient_id", updatable = false)
    UUID patientId;

    @Column(name = "seen_at", updatable = false)
    Instant seenAt;

    static AdverseEventSeenEntity of(PatientId patientId, UUID adverseEventId, Instant at) {
        AdverseEventSeenEntity entity = new AdverseEventSeenEntity();
        entity.id = adverseEventId;
        entity.patientId = patientId.value();
        entity.seenAt = at;
        return entity;
    }
}
