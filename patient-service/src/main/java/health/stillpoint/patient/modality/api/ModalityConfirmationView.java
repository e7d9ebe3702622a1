package health.stillpoint.patient.modality.api;

import health.stillpoint.patient.modality.domain.Confirmation;
import health.stillpoint.patient.modality.domain.Modality;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What a therapist chose.
 *
 * @param recommended everything recommended at that moment, the best first
 * @param stale the recommendation is another now, or something chosen is blocked meanwhile; null in the history
 */
public record ModalityConfirmationView(
        UUID id,
        long version,
        UUID patientId,
        List<Modality> modalities,
        List<Modality> recommended,
        String reason,
        UUID confirmedBy,
        Instant confirmedAt,
        Boolean stale) {

    /** Confirmations are never changed, so their version is always the first. */
    static ModalityConfirmationView of(Confirmation confirmation, Boolean stale) {
        return new ModalityConfirmationView(confirmation.id(), 0, confirmation.patientId().value(), confirmation.modalities(),
                confirmation.recommended(), confirmation.reason(), confirmation.confirmedBy(), confirmation.confirmedAt(),
                stale);
    }

    @Override
    public String toString() {
        return "ModalityConfirmationView[" + id + "]";
    }
}
