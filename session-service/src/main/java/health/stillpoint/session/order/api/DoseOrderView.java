package health.stillpoint.session.order.api;

import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.order.domain.CalculatedDose;
import health.stillpoint.session.order.domain.DoseLevel;
import health.stillpoint.session.order.domain.DoseOrder;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A signed order with its arithmetic. */
public record DoseOrderView(UUID id, long version, UUID courseId, UUID patientId, Route route,
        BigDecimal bodyWeightKilograms, BigDecimal heightCentimeters, String remeasuredReason,
        @Schema(description = "As ordered, before the dose factor") BigDecimal orderedMilligramsPerKilogram,
        BigDecimal doseMilligrams,
        @Schema(description = "Rounded mg divided by the dosing weight") BigDecimal doseMilligramsPerKilogram,
        BigDecimal dosingWeightKilograms, BigDecimal doseFactor, DoseLevel level, BigDecimal capMilligrams,
        BigDecimal volumeMilliliters,
        @Schema(description = "IV only, mL/h") BigDecimal pumpRate,
        @Schema(description = "IV only, mg/kg/min") BigDecimal infusionRate,
        List<String> arithmetic, UUID signedBy, Instant signedAt) {

    static DoseOrderView of(DoseOrder order) {
        CalculatedDose dose = order.dose();
        return new DoseOrderView(order.id(), order.version(), order.courseId(), order.patientId(), dose.route(),
                plain(order.request().bodyWeightKilograms()), plain(order.request().heightCentimeters()), order.remeasuredReason(),
                order.request().milligramsPerKilogram(), plain(dose.doseMilligrams()), plain(dose.doseMilligramsPerKilogram()),
                plain(dose.dosingWeightKilograms()), plain(dose.doseFactor()), dose.level(), plain(dose.capMilligrams()),
                dose.volumeMilliliters(), dose.pumpMillilitersPerHour(), dose.milligramsPerKilogramPerMinute(), dose.arithmetic(),
                order.signedBy(), order.signedAt());
    }

    private static BigDecimal plain(BigDecimal value) {
        BigDecimal stripped = value.stripTrailingZeros();
        return stripped.scale() < 0 ? stripped.setScale(0) : stripped;
    }

    @Override
    public String toString() {
        return "DoseOrderView[" + id + "]";
    }
}
