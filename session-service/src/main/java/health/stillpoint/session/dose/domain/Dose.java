package health.stillpoint.session.dose.domain;

import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.order.domain.DoseLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/**
 * A dose that was given. FHIR MedicationAdministration. Never changed.
 *
 * @param doseNumber 1 for the first dose of the course
 * @param topUp the one small second injection of a session; belongs to the same dose number
 * @param level of a top-up: the level that both doses together reach
 * @param administeredAt start of administration, UTC
 * @param administrationEndedAt end of administration, the t0 of the neuroplastic window
 * @param knowledgeOverrideReason why a prescriber dosed on stale knowledge; null otherwise
 */
public record Dose(UUID id, UUID patientId, UUID courseId, UUID sessionId, UUID orderId, UUID lotId, int doseNumber, boolean topUp,
        Route route, BigDecimal doseMilligrams, BigDecimal doseMilligramsPerKilogram, BigDecimal orderedMilligramsPerKilogram,
        DoseLevel level, Instant administeredAt, Instant administrationEndedAt, UUID administeredBy, UUID doubleCheckedBy,
        String knowledgeOverrideReason, Instant recordedAt, boolean recordedLate) {

    @Override
    public String toString() {
        return "Dose[" + id + "]";
    }
}
