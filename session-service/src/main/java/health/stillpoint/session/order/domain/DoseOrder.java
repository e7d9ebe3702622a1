package health.stillpoint.session.order.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.UUID;

/**
 * A prescriber's signed order for one dose; immutable once signed, used by at most one dose.
 *
 * @param remeasuredReason why the body data differ from what was known; null when they do not
 * @param dose the calculated dose, never typed in
 */
public record DoseOrder(UUID id, UUID courseId, UUID patientId, DoseRequest request, String remeasuredReason, CalculatedDose dose,
        UUID signedBy, Instant signedAt, long version) {

    /**
     * End of administration, from which observation is counted: as told, or, for an infusion whose end nobody has told, after the
     * ordered minutes.
     */
    public Instant endOf(Instant started, Instant told) {
        return told.isAfter(started) || request.infusion() == null ? told
                : started.plus(Duration.ofMinutes(request.infusion().minutes()));
    }
}
