package health.stillpoint.patient.treatment.api;

/** Examples of the API document; a test sends each of them. */
public final class TreatmentExamples {

    public static final String SERTRALINE = """
            {
              "class": "SSRI", "agent": "sertraline", "maxDailyDoseMilligrams": 150, "weeksAtAdequateDose": 12,
              "adherent": true, "outcome": "NONE", "stopReason": "no relief", "current": false
            }""";

    public static final String CBT = """
            {
              "class": "CBT", "agent": "cognitive behavioral therapy", "sessions": 14, "weeksAtAdequateDose": 16,
              "exposureOrCognitiveWork": true, "adherent": true, "outcome": "PARTIAL", "current": false
            }""";

    public static final String CORRECTION = """
            {
              "reason": "the pharmacy's list says 50 mg",
              "treatment": {
                "class": "SSRI", "agent": "sertraline", "maxDailyDoseMilligrams": 50, "weeksAtAdequateDose": 12,
                "adherent": true, "outcome": "NONE", "stopReason": "no relief", "current": false
              }
            }""";

    public static final String WITHDRAWAL = """
            {"reason": "written into the record of the wrong person"}""";

    private TreatmentExamples() { }
}
