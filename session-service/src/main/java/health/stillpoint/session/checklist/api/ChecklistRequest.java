package health.stillpoint.session.checklist.api;

import health.stillpoint.session.checklist.domain.PreDoseAnswers;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.Benzodiazepine;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.BloodPressure;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.BloodPressures;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.CssrsRisk;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.DoubleCheck;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.Equipment;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.MedicationChange;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.PregnancyTest;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.Staff;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.Substance;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.UrinarySymptoms;
import jakarta.validation.Valid;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Every row of the pre-dose checklist, answered on the day. */
@Schema(examples = """
        {"assessedAt": "2026-11-23T09:05:00Z", "consentReaffirmed": true, "identityConfirmed": true, "weighedAt": "2026-11-22T08:00:00Z",
         "cssrs": "NONE", "asrmTotal": 1,
         "bloodPressure": {"restedMinutes": 5, "readings": [{"systolic": 122, "diastolic": 78}, {"systolic": 118, "diastolic": 76}]},
         "heartRate": 72, "oxygenSaturation": 98, "respiratoryRate": 14, "temperatureCelsius": 36.7, "acuteInfectionWithWheeze": false,
         "moaas": 5, "suds": 4, "solidsFastedHours": 8, "clearFluidsFastedHours": 3,
         "alcohol": {"underInfluence": false}, "otherDrugs": {"underInfluence": false},
         "benzodiazepine": {"kind": "NONE"}, "stimulantTaken": false, "theophyllineTaken": false, "pregnancyTest": "NOT_APPLICABLE",
         "medicationChange": "NONE", "urinarySymptoms": "NONE", "escortConfirmed": true, "notDriving": true, "fallPrecautions": true,
         "equipment": {"bloodPressureMonitor": true, "pulseOximeter": true, "oxygenAndMask": true, "suction": true, "airway": true,
                       "defibrillator": true, "emergencyDrugs": true, "crashPhone": true},
         "staff": {"prescriberOnSite": true, "prescriberReachableInFiveMinutes": true, "allTrainedInBasicLifeSupport": true,
                   "advancedLifeSupportOnSite": true},
         "doubleCheck": {"firstBy": "0197a000-0000-7000-8000-0000000000f1", "secondBy": "0197a000-0000-7000-8000-0000000000f2"}}""")
public record ChecklistRequest(
        @Schema(description = "When vital signs, C-SSRS and SUDS were taken; now when absent") Instant assessedAt,
        @NotNull Boolean consentReaffirmed,
        @NotNull Boolean identityConfirmed,
        @NotNull Instant weighedAt,
        @NotNull CssrsRisk cssrs,
        @NotNull @Min(0) @Max(20) Integer asrmTotal,
        @NotNull @Valid Pressures bloodPressure,
        @NotNull @Min(0) @Max(400) Integer heartRate,
        @NotNull @Min(0) @Max(100) Integer oxygenSaturation,
        @NotNull @Min(0) @Max(100) Integer respiratoryRate,
        @NotNull @DecimalMin("30") @DecimalMax("45") @Digits(integer = 2, fraction = 2) BigDecimal temperatureCelsius,
        @NotNull Boolean acuteInfectionWithWheeze,
        @NotNull @Min(0) @Max(5) Integer moaas,
        @NotNull @Min(0) @Max(10) Integer suds,
        @NotNull @DecimalMin("0") @DecimalMax("200") @Digits(integer = 3, fraction = 2) BigDecimal solidsFastedHours,
        @NotNull @DecimalMin("0") @DecimalMax("200") @Digits(integer = 3, fraction = 2) BigDecimal clearFluidsFastedHours,
        @NotNull @Valid SubstanceAnswer alcohol,
        @NotNull @Valid SubstanceAnswer otherDrugs,
        @NotNull @Valid BenzodiazepineAnswer benzodiazepine,
        @NotNull Boolean stimulantTaken,
        @NotNull Boolean theophyllineTaken,
        @NotNull PregnancyTest pregnancyTest,
        @Schema(description = "When the test was made") Instant pregnancyTestedAt,
        @NotNull MedicationChange medicationChange,
        @NotNull UrinarySymptoms urinarySymptoms,
        @NotNull Boolean escortConfirmed,
        @NotNull Boolean notDriving,
        @NotNull Boolean fallPrecautions,
        @NotNull @Valid EquipmentAnswer equipment,
        @NotNull @Valid StaffAnswer staff,
        @Schema(description = "IV only") Boolean ivAccessPatent,
        @NotNull @Valid DoubleCheckAnswer doubleCheck,
        @Schema(description = "Why a list that said NO_GO says something better now; a prescriber sends it") @Size(max = 1000) String replacementReason) {

    /** One reading, mmHg. */
    public record Pressure(@NotNull @Min(0) @Max(400) Integer systolic, @NotNull @Min(0) @Max(400) Integer diastolic) {
        BloodPressure toDomain() {
            return new BloodPressure(systolic, diastolic);
        }
    }

    /** Two readings after rest, and two more 15 minutes later when their mean was in the caution band. */
    public record Pressures(@NotNull @Size(min = 2, max = 4) List<@NotNull @Valid Pressure> readings,
            @NotNull @Min(0) @Max(120) Integer restedMinutes, @Size(max = 4) List<@NotNull @Valid Pressure> remeasured,
            @Min(0) @Max(240) Integer remeasuredAfterMinutes) {
        BloodPressures toDomain() {
            return new BloodPressures(all(readings), restedMinutes, remeasured == null ? null : all(remeasured), remeasuredAfterMinutes);
        }

        private static List<BloodPressure> all(List<Pressure> pressures) {
            return pressures.stream().map(Pressure::toDomain).toList();
        }
    }

    /** Hours since the last use; absent = none in 24 hours. */
    public record SubstanceAnswer(@DecimalMin("0") @DecimalMax("1000") BigDecimal hoursSince, @NotNull Boolean underInfluence) {
        Substance toDomain() {
            return new Substance(hoursSince, underInfluence);
        }
    }

    /** Benzodiazepine or Z-drug. */
    public record BenzodiazepineAnswer(@NotNull Benzodiazepine.Kind kind, @DecimalMin("0") @DecimalMax("1000") BigDecimal hoursSince,
            Boolean dailyUserWithClearance) {
        Benzodiazepine toDomain() {
            return new Benzodiazepine(kind, hoursSince, dailyUserWithClearance);
        }
    }

    /** Each checked today. */
    public record EquipmentAnswer(@NotNull Boolean bloodPressureMonitor, @NotNull Boolean pulseOximeter, @NotNull Boolean oxygenAndMask,
            @NotNull Boolean suction, @NotNull Boolean airway, @NotNull Boolean defibrillator, @NotNull Boolean emergencyDrugs,
            @NotNull Boolean crashPhone) {
        Equipment toDomain() {
            return new Equipment(bloodPressureMonitor, pulseOximeter, oxygenAndMask, suction, airway, defibrillator, emergencyDrugs, crashPhone);
        }
    }

    /** Who is there. */
    public record StaffAnswer(@NotNull Boolean prescriberOnSite, @NotNull Boolean prescriberReachableInFiveMinutes,
            @NotNull Boolean allTrainedInBasicLifeSupport, @NotNull Boolean advancedLifeSupportOnSite) {
        Staff toDomain() {
            return new Staff(prescriberOnSite, prescriberReachableInFiveMinutes, allTrainedInBasicLifeSupport, advancedLifeSupportOnSite);
        }
    }

    /** Two different people. */
    public record DoubleCheckAnswer(@NotNull UUID firstBy, @NotNull UUID secondBy) {
        DoubleCheck toDomain() {
            return new DoubleCheck(firstBy, secondBy);
        }
    }

    PreDoseAnswers toDomain(Instant assessed) {
        return new PreDoseAnswers(assessed, consentReaffirmed, identityConfirmed, weighedAt, cssrs, asrmTotal, bloodPressure.toDomain(),
                heartRate, oxygenSaturation, respiratoryRate, temperatureCelsius, acuteInfectionWithWheeze, moaas, suds,
                solidsFastedHours, clearFluidsFastedHours, alcohol.toDomain(), otherDrugs.toDomain(), benzodiazepine.toDomain(),
                stimulantTaken, theophyllineTaken, pregnancyTest, pregnancyTestedAt, medicationChange, urinarySymptoms,
                escortConfirmed, notDriving, fallPrecautions, equipment.toDomain(), staff.toDomain(), ivAccessPatent, doubleCheck.toDomain());
    }

    @Override
    public String toString() {
        return "ChecklistRequest[...]";
    }
}
