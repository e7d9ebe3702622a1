package health.stillpoint.patient.merge.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.UUID;

/** That two records are one person's, who said so, when and why. Kept for ever. */
public record RecordMerge(UUID id, PatientId survivor, PatientId merged, String reason, UUID mergedBy, Instant mergedAt) {

    /** Never the reason: records end up in logs. */
    @Override
    public String toString() {
        return "RecordMerge[" + id + "]";
    }
}
