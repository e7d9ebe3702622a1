package health.stillpoint.patient.intake.api;

/** Examples of the API document; a test sends each of them. */
public final class IntakeExamples {

    public static final String DRAFT = """
            {
              "primaryDiagnosis": {"code": "SOCIAL_ANXIETY", "confirmed": true, "icd10": "F40.10"},
              "comorbidities": ["MDD_SINGLE"],
              "nature": {"cognitive": 3, "somatic": 1, "behavioural": 2},
              "triggers": [
                {"category": "SOCIAL_EVALUATION", "text": "speaking up in meetings", "suds": 8, "avoided": "SOMETIMES"},
                {"category": "PERFORMANCE", "suds": 9, "avoided": "ALWAYS"}
              ],
              "traumaOrigin": {"level": "SUSPECTED", "event": "HUMILIATION", "ageAtEvent": 12, "suds": 6},
              "intrusiveImagery": {"present": true, "kind": "FEARED_OUTCOME", "timesPerWeek": 4, "vividness": 6, "suds": 7},
              "protectiveParts": [{"name": "the lookout", "role": "SCANNER", "burden": "keeps watch so that nobody laughs"}],
              "fearOfLosingControl": 4,
              "comfortWithAlteredStates": 7,
              "priorAlteredState": "neutral",
              "adaptiveAnxiety": [{"category": "WORK", "text": "preparing well before a talk"}],
              "support": {
                "escortAvailable": true, "adultAtHomeFirstNight": true, "livesAlone": false,
                "therapistInPlace": true, "stableHousing": true
              },
              "expectations": {"expects": "STRONG_HELP", "conversationRecorded": true},
              "severity": {"cgiSeverity": 5, "primaryEndpoint": {"instrument": "LSAS_SR", "total": 82}},
              "measures": {"pcl5": 18}
            }""";

    private IntakeExamples() { }
}
