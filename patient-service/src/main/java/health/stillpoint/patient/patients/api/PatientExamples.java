package health.stillpoint.patient.patients.api;

/** Examples of the API document; a test sends each of them. */
public final class PatientExamples {

    public static final String REGISTER = """
            {
              "name": {"family": "Rivera", "given": ["Alex"]},
              "birthDate": "1992-05-14",
              "sexAtBirth": "female",
              "contact": {"phone": "+1 555 0100", "email": "alex.rivera@example.org"},
              "emergencyContact": {"name": "Jo Rivera", "relationship": "sibling", "phone": "+1 555 0101"},
              "escorts": [{"name": "Jo Rivera", "relationship": "sibling", "phone": "+1 555 0101"}],
              "language": "en-US",
              "timeZone": "America/New_York"
            }""";

    public static final String CHANGE = """
            {"contact": {"phone": "+1 555 0142"}}""";

    public static final String IDENTIFIER = """
            {"system": "urn:example:insurance", "value": "CA-771204"}""";

    public static final String IDENTIFIER_END = """
            {"system": "urn:example:insurance", "value": "CA-771204", "reason": "OUT_OF_USE"}""";

    private PatientExamples() { }
}
