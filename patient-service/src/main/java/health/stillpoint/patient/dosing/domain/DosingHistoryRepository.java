package health.stillpoint.patient.dosing.domain;

import health.stillpoint.patient.patients.domain.PatientId;

/** What has been heard of each person's doses. */
public interface DosingHistoryRepository {

    /** {@link DosingHistory#NONE} when nothing was heard. */
    DosingHistory of(PatientId patientId);

    void save(PatientId patientId, DosingHistory history);
}
