package health.stillpoint.kit.sample;

import health.stillpoint.kit.persistence.ClinicEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;

/** What the maker told about a part, and how many facts had an effect on it. */
@Entity
@Table(name = "part")
class PartEntity extends ClinicEntity {

    int number;
    int effects;
    @Column(name = "occurred_at")
    Instant occurredAt;
}
