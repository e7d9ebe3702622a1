package health.stillpoint.local.walkthrough;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.Map;

/** What staff fill in before treatment, for a patient without contraindications. */
final class AdmissionForms {

    /** The rows of the screening a clinician answers; the other rows follow from measurements. */
    private static final List<String> SCREENING_ROWS = List.of(
            "PSYCHOSIS_ACTIVE", "PSYCHOSIS_HISTORY", "PSYCHOSIS_FDR", "MANIA_CURRENT", "BIPOLAR_STABLE",
            "SUD_ACTIVE", "SUD_MILD_OR_EARLY_REMISSION", "KETAMINE_MISUSE", "OUD_HISTORY",
            "ANEURYSM_AVM", "ICH_HISTORY", "STROKE_MI_RECENT", "CARDIAC_MAJOR", "CARDIAC_MINOR",
            "ICP_RAISED", "SEIZURE_UNCONTROLLED", "IOP", "BREASTFEEDING", "CONTRACEPTION",
            "HEPATIC_SEVERE", "HEPATIC_MODERATE", "RENAL_SEVERE", "THYROID", "CYSTITIS", "PORPHYRIA", "PHEO", "ALLERGY",
            "ANAEMIA_ELECTROLYTE", "AIRWAY", "LUNG_SEVERE", "SELF_HARM_RECENT", "DELIRIUM_DEMENTIA",
            "DISSOCIATIVE_DISORDER", "PD_UNSTABLE", "NO_CAPACITY");

    private static final List<String> CONSENT_ELEMENTS = List.of(
            "OFF_LABEL_STATUS", "NOT_FDA_APPROVED_FOR_ANXIETY", "COMPOUNDED_PRODUCT_STATUS", "PROCEDURE_AND_ROUTE",
            "ACUTE_EFFECTS_AND_DISSOCIATION", "COMMON_AND_SERIOUS_RISKS", "UNCERTAIN_LONG_TERM_EFFECTS", "ALTERNATIVES",
            "NO_BENEFIT_OR_WORSENING", "INTEGRATION_AND_ONGOING_WORK", "MAINTENANCE_MAY_BE_NEEDED",
            "NO_DRIVING_UNTIL_NEXT_DAY", "ESCORT", "THERAPIST_PRESENCE", "TOUCH_POLICY", "RECORDING_POLICY",
            "CONTROLLED_SUBSTANCE_DUTIES", "RIGHT_TO_STOP", "DATA_USE", "COST_AND_INSURANCE");

    private AdmissionForms() {}

    static Form registration(SyntheticPatient person) {
        Form sibling = escort(person);
        return Form.of(
                "name", Form.of("family", person.family(), "given", List.of(person.given())),
                "birthDate", person.birthDate(),
                "sexAtBirth", person.sexAtBirth(),
                "contact", Form.of("phone", "+1 555 0100", "email", "somebody@example.org"),
                "emergencyContact", sibling,
                "escorts", List.of(sibling),
                "language", "en-US",
                "timeZone", "America/New_York");
    }

    /** The adult who takes the patient home. */
    static Form escort(SyntheticPatient person) {
        return Form.of("name", "Jo " + person.family(), "relationship", "sibling", "phone", "+1 555 0101");
    }

    static Form intake(SyntheticPatient person) {
        return Form.of(
                "primaryDiagnosis", Form.of("code", "SOCIAL_ANXIETY", "confirmed", true, "icd10", "F40.10"),
                "comorbidities", List.of("MDD_SINGLE"),
                "nature", Form.of("cognitive", 3, "somatic", 1, "behavioural", 2),
                "triggers", List.of(
                        Form.of("category", "SOCIAL_EVALUATION", "text", "speaking up in meetings", "suds", 8, "avoided", "SOMETIMES"),
                        Form.of("category", "PERFORMANCE", "suds", 9, "avoided", "ALWAYS")),
                "traumaOrigin", Form.of("level", "SUSPECTED", "event", "HUMILIATION", "ageAtEvent", 12, "suds", 6),
                "intrusiveImagery", Form.of("present", true, "kind", "FEARED_OUTCOME", "timesPerWeek", 4, "vividness", 6, "suds", 7),
                "protectiveParts", List.of(Form.of("name", "the lookout", "role", "SCANNER", "burden", "keeps watch so that nobody laughs")),
                "fearOfLosingControl", 4,
                "comfortWithAlteredStates", 7,
                "priorAlteredState", "neutral",
                "adaptiveAnxiety", List.of(Form.of("category", "WORK", "text", "preparing well before a talk")),
                "support", Form.of("escortAvailable", true, "adultAtHomeFirstNight", true, "livesAlone", false,
                        "therapistInPlace", true, "stableHousing", true),
                "expectations", Form.of("expects", "STRONG_HELP", "conversationRecorded", true),
                "severity", Form.of("cgiSeverity", 5, "primaryEndpoint", Form.of("instrument", "LSAS_SR", "total", person.lsasBefore())),
                "measures", Form.of("pcl5", 18));
    }

    /** One medication and one therapy, both adequate, neither of enough help. */
    static List<Form> priorTreatments() {
        return List.of(
                Form.of("class", "SSRI", "agent", "sertraline", "maxDailyDoseMilligrams", 150, "weeksAtAdequateDose", 12,
                        "adherent", true, "outcome", "NONE", "stopReason", "no relief", "current", false),
                Form.of("class", "CBT", "agent", "cognitive behavioral therapy", "sessions", 14, "weeksAtAdequateDose", 16,
                        "exposureOrCognitiveWork", true, "adherent", true, "outcome", "PARTIAL", "current", false));
    }

    static Form screening(SyntheticPatient person, Instant now) {
        LocalDate today = LocalDate.ofInstant(now, ZoneOffset.UTC);
        Map<String, Object> reading = Form.of("systolic", 122, "diastolic", 76);
        return Form.of(
                "performedAt", now,
                "bloodPressureReadings", List.of(reading, reading, reading),
                "heartRate", 72,
                "oxygenSaturation", 98,
                "weightKilograms", person.weightKilograms(),
                "heightCentimeters", person.heightCentimeters(),
                "findings", Form.each(SCREENING_ROWS, "state", "ABSENT"),
                "cssrs", "NONE",
                "asrmTotal", 1,
                "auditCTotal", 2,
                "dast10Total", 0,
                "stopBangTotal", 1,
                "childbearingPotential", person.sexAtBirth().equals("female"),
                "medications", List.of(Form.of("name", "sertraline", "rxnorm", "36437", "dailyDoseMilligrams", 50)),
                "tests", Form.of(
                        "urineDrugScreen", "NEGATIVE",
                        "pregnancyTest", person.sexAtBirth().equals("female") ? "NEGATIVE" : null,
                        "tshAt", today.minusDays(20),
                        "tshMilliunitsPerLiter", 2.1,
                        "liverAt", today.minusDays(20),
                        "altTimesUpperLimit", 0.6,
                        "astTimesUpperLimit", 0.5,
                        "bilirubinTimesUpperLimit", 0.7));
    }

    static Form consent(SyntheticPatient person) {
        return Form.of(
                "scope", "TREATMENT",
                "templateVersion", "2026-01",
                "language", "en-US",
                "elements", CONSENT_ELEMENTS,
                "signer", Form.of("kind", "PATIENT", "name", person.name()),
                "capacityAttested", true);
    }
}
