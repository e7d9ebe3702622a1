package health.stillpoint.patient.patients;

import health.stillpoint.patient.patients.domain.PatientId;

/** The identity of a person is about to be removed; told inside this service, in the same transaction, before it is gone. */
public record IdentityErased(PatientId patientId) { }
