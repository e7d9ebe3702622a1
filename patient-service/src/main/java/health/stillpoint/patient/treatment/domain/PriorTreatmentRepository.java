package health.stillpoint.patient.treatment.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.util.List;
import java.util.UUID;

/** Earlier treatments of each patient. */
public interface PriorTreatmentRepository {

    void add(PatientId patientId, PriorTreatment treatment, UUID recordedBy);

    /** In the order they were recorded. */
    List<PriorTreatment> of(PatientId patientId);
}
