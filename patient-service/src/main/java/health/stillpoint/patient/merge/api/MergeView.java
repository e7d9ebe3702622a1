package health.stillpoint.patient.merge.api;

import health.stillpoint.patient.merge.domain.RecordMerge;
import java.time.Instant;
import java.util.UUID;

/** A record that was merged into this one. */
public record MergeView(UUID id, UUID patientId, UUID mergedPatientId, String reason, UUID mergedBy, Instant mergedAt) {

    static MergeView of(RecordMerge merge) {
        return new MergeView(merge.id(), merge.survivor().value(), merge.merged().value(), merge.reason(), merge.mergedBy(),
                merge.mergedAt());
    }

    @Override
    public String toString() {
        return "MergeView[" + id + "]";
    }
}
