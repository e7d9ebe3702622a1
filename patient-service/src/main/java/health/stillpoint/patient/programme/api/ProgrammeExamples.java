package health.stillpoint.patient.programme.api;

/** Examples of the API document; each is sent in a test too. */
public final class ProgrammeExamples {

    public static final String STOP = """
            {
              "reason": "PATIENT_WISH"
            }
            """;

    public static final String LET_GO = """
            {
              "reason": "PATIENT_WISH",
              "closingNote": "Doing well, knows whom to call",
              "safetyPlanMade": true
            }
            """;

    private ProgrammeExamples() { }
}
