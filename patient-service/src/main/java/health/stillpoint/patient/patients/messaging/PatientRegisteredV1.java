package health.stillpoint.patient.patients.messaging;

import java.util.UUID;

/**
 * A person entered the programme: {@code patient.registered.v1}. Told again when it was
 * corrected. Year of birth only; {@code sexAtBirth} as in the API; the latest has the highest {@code revision}.
 */
public record PatientRegisteredV1(UUID patientId, int birthYear, String sexAtBirth, long revision) {

    public static final String TYPE = "patient.registered.v1";
}
