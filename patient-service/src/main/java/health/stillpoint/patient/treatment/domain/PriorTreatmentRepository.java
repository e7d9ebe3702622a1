package health.stillpoint.patient.treatment.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Earlier treatments of each patient, every version kept. */
public interface PriorTreatmentRepository {

    /** In the record that goes on, also when earlier versions stand in one that was merged into it. */
    void add(PatientId patientId, RecordedTreatment version);

    /** The last version of a treatment. */
    Optional<RecordedTreatment> withId(PatientId patientId, UUID id);

    /** Those that count, in the order they were first recorded. */
    List<PriorTreatment> of(PatientId patientId);

    /**
     * The last version of each treatment, in the order they were first recorded.
     *
     * @param withErrors also those that were entered in error
     * @param last the treatment of the page before; null for the first page
     */
    List<RecordedTreatment> of(PatientId patientId, boolean withErrors, UUID last, int limit);

    /** All versions of a treatment, newest first, from before this number. */
    List<RecordedTreatment> versions(PatientId patientId, UUID id, int before, int limit);
}
