package health.stillpoint.outcome.merge.domain;

import java.util.UUID;

/** Which patient ids ended in a merge, and under which one each record goes on. */
public interface MergedRecordRepository {

    /** From now on the rows of the merged record count for the survivor, and so do those of records merged into it before. */
    void merge(UUID mergedId, UUID survivorId);

    /** The id under which a record goes on; its own when it was not merged. */
    UUID survivorOf(UUID patientId);
}
