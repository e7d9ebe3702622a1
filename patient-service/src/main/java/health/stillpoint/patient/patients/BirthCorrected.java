package health.stillpoint.patient.patients;

import health.stillpoint.patient.patients.domain.PatientId;

/** Day of birth or sex at birth was corrected: rules may find what they did not; told inside this service, in the same transaction. */
public record BirthCorrected(PatientId patientId) { }
