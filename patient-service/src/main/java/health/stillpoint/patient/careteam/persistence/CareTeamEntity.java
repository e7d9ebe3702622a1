package health.stillpoint.patient.careteam.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** How often a patient's care team was changed; its id is the patient's. */
@Entity
@Table(name = "care_team")
class CareTeamEntity extends ClinicEntity {

    long revision;

    @Column(name = "changed_at")
    Instant changedAt;
}
