package health.stillpoint.patient.merge.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.util.List;

/** Merges of one clinic's records. */
public interface RecordMergeRepository {

    void add(RecordMerge merge);

    /** Those into this record, oldest first. */
    List<RecordMerge> into(PatientId survivor);

    /** All of the clinic, oldest first. */
    List<RecordMerge> all();
}
