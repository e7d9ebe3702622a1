package health.stillpoint.session.dose.api;

import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.order.domain.DoseLevel;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;

/** A dose given. */
public record DoseView(UUID id, long version, UUID patientId, UUID courseId, UUID sessionId, UUID orderId, UUID lotId, int doseNumber,
        boolean topUp, Route route, BigDecimal doseMilligrams, BigDecimal doseMilligramsPerKilogram, DoseLevel level, Instant administeredAt,
        Instant administrationEndedAt, UUID administeredBy, UUID doubleCheckedBy, String knowledgeOverrideReason, Instant recordedAt,
        boolean recordedLate) {

    static DoseView of(Dose dose) {
        return new DoseView(dose.id(), 0, dose.patientId(), dose.courseId(), dose.sessionId(), dose.orderId(), dose.lotId(),
                dose.doseNumber(), dose.topUp(), dose.route(), dose.doseMilligrams(), dose.doseMilligramsPerKilogram(), dose.level(),
                dose.administeredAt(), dose.administrationEndedAt(), dose.administeredBy(), dose.doubleCheckedBy(),
                dose.knowledgeOverrideReason(), dose.recordedAt(), dose.recordedLate());
    }

    @Override
    public String toString() {
        return "DoseView[" + id + "]";
    }
}
