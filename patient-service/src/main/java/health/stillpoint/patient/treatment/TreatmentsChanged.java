package health.stillpoint.patient.treatment;

import health.stillpoint.patient.patients.domain.PatientId;

/** An earlier treatment was recorded, corrected or withdrawn: rules may find what they did not; told inside this service, in the same transaction. */
public record TreatmentsChanged(PatientId patientId) { }
