package health.stillpoint.patient.patients;

import health.stillpoint.patient.patients.domain.PatientId;

/** Two records are about to become one person's; told inside this service, in the same transaction, while both can be read. */
public record RecordsMerged(PatientId survivor, PatientId merged) { }
