package health.stillpoint.patient.candidacy.api;

/** Examples of the API document; a test sends each of them. */
public final class CandidacyExamples {

    public static final String DECISION = """
            {"rationale": "two adequate trials failed, severe social anxiety, no contraindication found"}""";

    public static final String OVERRIDE = """
            {
              "rationale": "housebound for months",
              "override": {"code": "PATIENT_CANNOT_WAIT", "reason": "loss of employment is imminent"}
            }""";

    public static final String SECOND_READING = """
            {"agrees": true}""";

    private CandidacyExamples() { }
}
