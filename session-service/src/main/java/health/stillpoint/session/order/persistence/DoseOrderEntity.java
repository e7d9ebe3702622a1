package health.stillpoint.session.order.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.order.domain.CalculatedDose;
import health.stillpoint.session.order.domain.DoseLevel;
import health.stillpoint.session.order.domain.DoseOrder;
import health.stillpoint.session.order.domain.DoseRequest;
import health.stillpoint.session.order.domain.Infusion;
import health.stillpoint.session.order.domain.SexAtBirth;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Row of {@code dose_order}; never changed. */
@Entity
@Table(name = "dose_order")
public class DoseOrderEntity extends ClinicEntity {

    public UUID courseId;
    public UUID patientId;
    @Enumerated(EnumType.STRING)
    public Route route;
    public BigDecimal milligramsPerKilogram;
    public BigDecimal bodyWeightKilograms;
    public BigDecimal heightCentimeters;
    @Enumerated(EnumType.STRING)
    public SexAtBirth sexAtBirth;
    public Instant weighedAt;
    public String remeasuredReason;
    public BigDecimal concentration;
    public Integer infusionMinutes;
    public BigDecimal dilutedTo;
    public BigDecimal doseMilligrams;
    public BigDecimal doseMilligramsPerKilogram;
    public BigDecimal effectiveMilligramsPerKilogram;
    public BigDecimal dosingWeightKilograms;
    public BigDecimal doseFactor;
    @Enumerated(EnumType.STRING)
    public DoseLevel level;
    public BigDecimal capMilligrams;
    public BigDecimal volumeMilliliters;
    public BigDecimal pumpMillilitersPerHour;
    public BigDecimal milligramsPerKilogramPerMinute;
    public String arithmetic;
    public UUID signedBy;
    public Instant signedAt;

    static DoseOrderEntity of(DoseOrder order) {
        DoseOrderEntity row = new DoseOrderEntity();
        row.id = order.id();
        row.courseId = order.courseId();
        row.patientId = order.patientId();
        row.signedBy = order.signedBy();
        row.signedAt = order.signedAt();
        row.remeasuredReason = order.remeasuredReason();
        row.copyRequest(order.request());
        row.copyDose(order.dose());
        return row;
    }

    private void copyRequest(DoseRequest request) {
        route = request.route();
        milligramsPerKilogram = request.milligramsPerKilogram();
        bodyWeightKilograms = request.bodyWeightKilograms();
        heightCentimeters = request.heightCentimeters();
        sexAtBirth = request.sexAtBirth();
        weighedAt = request.weighedAt();
        concentration = request.concentrationMilligramsPerMilliliter();
        infusionMinutes = request.infusion() == null ? null : request.infusion().minutes();
        dilutedTo = request.infusion() == null ? null : request.infusion().dilutedToMilligramsPerMilliliter();
    }

    private void copyDose(CalculatedDose dose) {
        doseMilligrams = dose.doseMilligrams();
        doseMilligramsPerKilogram = dose.doseMilligramsPerKilogram();
        effectiveMilligramsPerKilogram = dose.effectiveMilligramsPerKilogram();
        dosingWeightKilograms = dose.dosingWeightKilograms();
        doseFactor = dose.doseFactor();
        level = dose.level();
        capMilligrams = dose.capMilligrams();
        volumeMilliliters = dose.volumeMilliliters();
        pumpMillilitersPerHour = dose.pumpMillilitersPerHour();
        milligramsPerKilogramPerMinute = dose.milligramsPerKilogramPerMinute();
        arithmetic = String.join("\n", dose.arithmetic());
    }

    DoseOrder toDomain() {
        Infusion infusion = infusionMinutes == null ? null : new Infusion(infusionMinutes, dilutedTo);
        DoseRequest request = new DoseRequest(route, milligramsPerKilogram, bodyWeightKilograms, heightCentimeters, sexAtBirth,
                weighedAt, concentration, infusion);
        CalculatedDose dose = new CalculatedDose(route, doseMilligrams, doseMilligramsPerKilogram, effectiveMilligramsPerKilogram,
                dosingWeightKilograms, doseFactor, level, capMilligrams, volumeMilliliters, pumpMillilitersPerHour,
                milligramsPerKilogramPerMinute, List.of(arithmetic.split("\n")));
        return new DoseOrder(id, courseId, patientId, request, remeasuredReason, dose, signedBy, signedAt, version);
    }
}
