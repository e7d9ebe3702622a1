package health.stillpoint.patient.merge.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.util.List;
import java.util.UUID;

/** Merges of one clinic's records. */
public interface RecordMergeRepository {

    void add(RecordMerge merge);

    /** Those into this record, oldest first, up to {@code limit} behind the given one; null = from the oldest. */
    List<RecordMerge> into(PatientId survivor, UUID last, int limit);

    /** All of the clinic, oldest first. */
    List<RecordMerge> all();
}
