package health.stillpoint.patient.merge.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.merge.domain.RecordMerge;
import health.stillpoint.patient.patients.domain.PatientId;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of a merge; never changed. */
@Entity
@Table(name = "record_merge")
class RecordMergeEntity extends ClinicEntity {

    @Column(name = "survivor_id", updatable = false)
    UUID survivorId;

    @Column(name = "merged_id", updatable = false)
    UUID mergedId;

    @Column(updatable = false)
    String reason;

    @Column(name = "merged_by", updatable = false)
    UUID mergedBy;

    @Column(name = "merged_at", updatable = false)
    Instant mergedAt;

    static RecordMergeEntity of(RecordMerge merge) {
        RecordMergeEntity entity = new RecordMergeEntity();
        entity.id = merge.id();
        entity.survivorId = merge.survivor().value();
        entity.mergedId = merge.merged().value();
        entity.reason = merge.reason();
        entity.mergedBy = merge.mergedBy();
        entity.mergedAt = merge.mergedAt();
        return entity;
    }

    RecordMerge toDomain() {
        return new RecordMerge(id, new PatientId(survivorId), new PatientId(mergedId), reason, mergedBy, mergedAt);
    }
}
