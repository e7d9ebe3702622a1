package health.stillpoint.patient.erasure.messaging;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/** The identity of a person was removed: {@code patient.erased.v1}. Readers remove what identifies the person too. */
public record PatientErasedV1(UUID patientId, Instant erasedAt, LocalDate keepUntil) {

    public static final String TYPE = "patient.erased.v1";
}
