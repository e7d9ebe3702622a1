package health.stillpoint.patient.patients.messaging;

import java.util.UUID;

/** What another service tells of one patient, as far as a handler reads it. */
public interface PatientFact {

    UUID patientId();
}
