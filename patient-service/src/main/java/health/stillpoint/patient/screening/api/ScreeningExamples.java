package health.stillpoint.patient.screening.api;

/** Examples of the API document; a test sends each of them. */
public final class ScreeningExamples {

    public static final String HEALTHY = """
            {
              "bloodPressureReadings": [
                {"systolic": 122, "diastolic": 78}, {"systolic": 118, "diastolic": 76}, {"systolic": 120, "diastolic": 77}
              ],
              "heartRate": 72, "oxygenSaturation": 98, "weightKilograms": 68, "heightCentimeters": 170,
              "findings": [
                {"code": "PSYCHOSIS_ACTIVE", "state": "ABSENT"}, {"code": "PSYCHOSIS_HISTORY", "state": "ABSENT"},
                {"code": "PSYCHOSIS_FDR", "state": "ABSENT"}, {"code": "MANIA_CURRENT", "state": "ABSENT"},
                {"code": "BIPOLAR_STABLE", "state": "ABSENT"}, {"code": "SUD_ACTIVE", "state": "ABSENT"},
                {"code": "SUD_MILD_OR_EARLY_REMISSION", "state": "ABSENT"}, {"code": "KETAMINE_MISUSE", "state": "ABSENT"},
                {"code": "OUD_HISTORY", "state": "ABSENT"}, {"code": "ANEURYSM_AVM", "state": "ABSENT"},
                {"code": "ICH_HISTORY", "state": "ABSENT"}, {"code": "STROKE_MI_RECENT", "state": "ABSENT"},
                {"code": "CARDIAC_MAJOR", "state": "ABSENT"}, {"code": "CARDIAC_MINOR", "state": "ABSENT"},
                {"code": "ICP_RAISED", "state": "ABSENT"}, {"code": "SEIZURE_UNCONTROLLED", "state": "ABSENT"},
                {"code": "IOP", "state": "ABSENT"}, {"code": "BREASTFEEDING", "state": "ABSENT"},
                {"code": "CONTRACEPTION", "state": "ABSENT"}, {"code": "HEPATIC_SEVERE", "state": "ABSENT"},
                {"code": "HEPATIC_MODERATE", "state": "ABSENT"}, {"code": "RENAL_SEVERE", "state": "ABSENT"},
                {"code": "THYROID", "state": "ABSENT"}, {"code": "CYSTITIS", "state": "ABSENT"},
                {"code": "PORPHYRIA", "state": "ABSENT"}, {"code": "PHEO", "state": "ABSENT"},
                {"code": "ALLERGY", "state": "ABSENT"}, {"code": "ANAEMIA_ELECTROLYTE", "state": "ABSENT"},
                {"code": "AIRWAY", "state": "ABSENT"}, {"code": "LUNG_SEVERE", "state": "ABSENT"},
                {"code": "SELF_HARM_RECENT", "state": "ABSENT"}, {"code": "DELIRIUM_DEMENTIA", "state": "ABSENT"},
                {"code": "DISSOCIATIVE_DISORDER", "state": "ABSENT"}, {"code": "PD_UNSTABLE", "state": "ABSENT"},
                {"code": "NO_CAPACITY", "state": "ABSENT"}
              ],
              "cssrs": "NONE", "asrmTotal": 1, "auditCTotal": 2, "dast10Total": 0, "stopBangTotal": 1,
              "medications": [{"name": "sertraline", "rxnorm": "36437", "dailyDoseMilligrams": 100}],
              "tests": {
                "urineDrugScreen": "NEGATIVE", "pregnancyTest": "NEGATIVE", "tshMilliunitsPerLiter": 1.8,
                "altTimesUpperLimit": 0.6, "astTimesUpperLimit": 0.5, "bilirubinTimesUpperLimit": 0.7, "egfr": 102
              }
            }""";

    public static final String CLEARANCE = """
            {
              "findingCode": "HTN_ELEVATED", "rationale": "amlodipine started, home readings below 140/90 for two weeks",
              "conditions": ["WATCH_BLOOD_PRESSURE"], "validForDays": 30
            }""";

    private ScreeningExamples() { }
}
