package health.stillpoint.patient.dosing;

import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.patients.domain.PatientId;

/** Something new was heard of a person's courses or doses; told inside this service, in the same transaction. */
public record DosingHeard(PatientId patientId, DosingHistory before, DosingHistory now) { }
