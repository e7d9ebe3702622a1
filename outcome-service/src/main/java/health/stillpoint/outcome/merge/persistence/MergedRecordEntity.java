package health.stillpoint.outcome.merge.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A patient id that ended, and the one that goes on. */
@Entity
@Table(name = "merged_record")
public class MergedRecordEntity extends ClinicEntity {

    @Column(name = "survivor_id", nullable = false)
    public UUID survivorId;
}
