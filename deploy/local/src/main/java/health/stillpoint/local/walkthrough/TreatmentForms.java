package health.stillpoint.local.walkthrough;

import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;

/** What staff fill in around a dose that goes as it should. */
final class TreatmentForms {

    private TreatmentForms() {}

    static Form course(UUID patient) {
        return Form.of("patientId", patient, "type", "WEEKLY", "plannedDoses", 6, "route", "IM", "goal", "speak up at work");
    }

    static Form order(SyntheticPatient person, BigDecimal milligramsPerKilogram, Instant now) {
        return Form.of(
                "route", "IM",
                "doseMilligramsPerKilogram", milligramsPerKilogram,
                "bodyWeightKilograms", person.weightKilograms(),
                "heightCentimeters", person.heightCentimeters(),
                "sexAtBirth", person.sexAtBirth(),
                "weighedAt", now.minus(Duration.ofHours(1)),
                "concentrationMilligramsPerMilliliter", 50);
    }

    static Form lot(Instant now) {
        return Form.of(
                "product", "ketamine hydrochloride injection",
                "form", "VIAL",
                "strengthMilligramsPerMilliliter", 50,
                "lotNumber", "W" + UUID.randomUUID().toString().substring(0, 8).toUpperCase(),
                "expiresOn", LocalDate.ofInstant(now, ZoneOffset.UTC).plusYears(1),
                "quantityMilligrams", 500,
                "supplier", "Example Pharmacy");
    }

    static Form session(Chart chart, String kind, Instant start, Duration length, UUID practitioner, UUID dose) {
        return Form.of(
                "patientId", chart.patientId,
                "courseId", chart.courseId,
                "kind", kind,
                "plannedStart", start,
                "plannedEnd", start.plus(length),
                "practitionerId", practitioner,
                "doseId", dose);
    }

    /** Every row answered, nothing found. */
    static Form checklist(Scene scene) {
        Instant now = scene.time().now();
        Form reading = Form.of("systolic", 122, "diastolic", 76);
        boolean testNeeded = !scene.person().sexAtBirth().equals("male");
        return Form.of(
                "assessedAt", now,
                "consentReaffirmed", true,
                "identityConfirmed", true,
                "weighedAt", now.minus(Duration.ofHours(1)),
                "cssrs", "NONE",
                "asrmTotal", 1,
                "bloodPressure", Form.of("readings", List.of(reading, reading), "restedMinutes", 5),
                "heartRate", 72,
                "oxygenSaturation", 98,
                "respiratoryRate", 14,
                "temperatureCelsius", 36.7,
                "acuteInfectionWithWheeze", false,
                "moaas", 5,
                "suds", 4,
                "solidsFastedHours", 8,
                "clearFluidsFastedHours", 3,
                "alcohol", Form.of("underInfluence", false),
                "otherDrugs", Form.of("underInfluence", false),
                "benzodiazepine", Form.of("kind", "NONE"),
                "stimulantTaken", false,
                "theophyllineTaken", false,
                "pregnancyTest", testNeeded ? "NEGATIVE" : "NOT_APPLICABLE",
                "pregnancyTestedAt", testNeeded ? now : null,
                "medicationChange", "NONE",
                "urinarySymptoms", "NONE",
                "escortConfirmed", true,
                "notDriving", true,
                "fallPrecautions", true,
                "equipment", Form.of("bloodPressureMonitor", true, "pulseOximeter", true, "oxygenAndMask", true, "suction", true,
                        "airway", true, "defibrillator", true, "emergencyDrugs", true, "crashPhone", true),
                "staff", Form.of("prescriberOnSite", true, "prescriberReachableInFiveMinutes", true,
                        "allTrainedInBasicLifeSupport", true, "advancedLifeSupportOnSite", true),
                "doubleCheck", Form.of("firstBy", scene.idOf("monitor"), "secondBy", scene.idOf("prescriber")));
    }

    /** A reading nobody needs to worry about; with the scales at the points that ask for them. */
    static Form vitalSigns(Instant measuredAt, int minute) {
        Form reading = Form.of(
                "measuredAt", measuredAt,
                "systolic", minute == 0 ? 122 : 132,
                "diastolic", minute == 0 ? 76 : 82,
                "heartRate", 78,
                "oxygenSaturation", 97,
                "respiratoryRate", 14,
                "moaas", minute >= 10 && minute <= 40 ? 4 : 5);
        return minute == 30 || minute == 120
                ? reading.with("cadss6", minute == 30 ? 7 : 0).with("suds", minute == 30 ? 4 : 2)
                : reading;
    }

    /** 36 mmHg above the pressure before the dose. */
    static Form risenPressure(Instant measuredAt) {
        return vitalSigns(measuredAt, 20).with("systolic", 158).with("diastolic", 92);
    }

    static Form recovery(Instant now) {
        return Form.of(
                "assessedAt", now,
                "aldrete", Form.of("activity", 2, "respiration", 2, "circulation", 2, "consciousness", 2, "oxygenSaturation", 2),
                "moaas", 5,
                "oriented", true,
                "cadss6", 0,
                "systolic", 124,
                "diastolic", 78,
                "heartRate", 74,
                "oxygenSaturation", 98,
                "nauseaGrade", 0,
                "toleratesFluid", true,
                "walksUnaided", true,
                "suds", 2,
                "newSuicidalIdeation", false,
                "activeAdverseEventGrade", 0);
    }

    static Form discharge(SyntheticPatient person, Instant now) {
        return Form.of(
                "dischargedAt", now,
                "escort", AdmissionForms.escort(person),
                "instructionsGiven", Form.of("written", true, "spoken", true),
                "nextContactAt", now.plus(Duration.ofHours(20)),
                "emergencyNumberGiven", true);
    }
}
