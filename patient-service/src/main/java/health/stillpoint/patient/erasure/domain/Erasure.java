package health.stillpoint.patient.erasure.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.time.LocalDate;
import java.time.Period;
import java.time.ZoneOffset;
import java.util.UUID;

/**
 * That the identity of a person was removed.
 *
 * @param lastContact the last thing the clinic recorded about the person
 * @param keepUntil clinical facts without identity are kept until this day (UTC)
 */
public record Erasure(
        UUID id,
        PatientId patientId,
        ErasureReason reason,
        ErasureRequester requestedBy,
        UUID recordedBy,
        Instant erasedAt,
        Instant lastContact,
        LocalDate keepUntil) {

    /** The retention period begins with the last contact. */
    public static Erasure of(UUID id, PatientId patientId, ErasureReason reason, ErasureRequester requestedBy, UUID recordedBy,
            Instant at, Instant lastContact, Period retention) {
        return new Erasure(id, patientId, reason, requestedBy, recordedBy, at, lastContact,
                lastContact.atZone(ZoneOffset.UTC).toLocalDate().plus(retention));
    }
}
