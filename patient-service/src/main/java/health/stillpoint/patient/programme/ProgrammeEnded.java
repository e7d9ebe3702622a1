package health.stillpoint.patient.programme;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.ProgrammeState;

/** A programme was stopped or closed; told inside this service, in the same transaction. */
public record ProgrammeEnded(PatientId patientId, ProgrammeState state) { }
