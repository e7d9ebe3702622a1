package health.stillpoint.patient.patients.messaging;

import java.util.UUID;

/** A person entered the programme: {@code patient.registered.v1}. Year of birth only; {@code sexAtBirth} as in the API. */
public record PatientRegisteredV1(UUID patientId, int birthYear, String sexAtBirth) {

    public static final String TYPE = "patient.registered.v1";
}
