package health.stillpoint.session.identity.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.util.UUID;

/** A patient id that ended, and the one that goes on. */
@Entity
@Table(name = "merged_record")
class MergedRecordEntity extends ClinicEntity {

    UUID survivorId;
}
