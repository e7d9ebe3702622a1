package health.stillpoint.patient.careteam.api;

/** Examples of the API document; a test sends them with ids of its own. */
public final class CareTeamExamples {

    public static final String TEAM = """
            {
              "members": [
                {"practitionerId": "0197a100-0000-7000-8000-000000000041", "role": "LEAD_PRESCRIBER"},
                {"practitionerId": "0197a100-0000-7000-8000-000000000042", "role": "THERAPIST"}
              ]
            }""";

    private CareTeamExamples() { }
}
