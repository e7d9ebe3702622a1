package health.stillpoint.patient.erasure.api;

import health.stillpoint.patient.erasure.domain.Erasure;
import health.stillpoint.patient.erasure.domain.ErasureReason;
import health.stillpoint.patient.erasure.domain.ErasureRequester;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** What was removed, and what is kept and until when. */
public record ErasureView(
        UUID id,
        UUID patientId,
        ErasureReason reason,
        ErasureRequester requestedBy,
        UUID recordedBy,
        Instant erasedAt,
        @Schema(description = "Clinical facts without identity are kept until this day") LocalDate keepUntil,
        List<Removed> removed,
        List<Kept> kept) {

    /** What is gone. */
    public enum Removed {
        NAME, CONTACT, EMERGENCY_CONTACT, ESCORTS, IDENTIFIERS, GENDER_IDENTITY, LANGUAGE, DAY_OF_BIRTH, SIGNER_NAMES, FREE_TEXT
    }

    /** What stays without the identity. */
    public enum Kept {
        YEAR_OF_BIRTH, SEX_AT_BIRTH, CODED_CLINICAL_FACTS, DECISIONS, CONSENTS, PROGRAMME_HISTORY, AUDIT_TRAIL
    }

    static ErasureView of(Erasure erasure) {
        return new ErasureView(erasure.id(), erasure.patientId().value(), erasure.reason(), erasure.requestedBy(),
                erasure.recordedBy(), erasure.erasedAt(), erasure.keepUntil(), List.of(Removed.values()), List.of(Kept.values()));
    }
}
