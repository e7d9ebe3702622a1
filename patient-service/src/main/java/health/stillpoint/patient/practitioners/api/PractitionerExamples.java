package health.stillpoint.patient.practitioners.api;

/** Examples of the API document; a test sends each of them. */
public final class PractitionerExamples {

    public static final String ENTRY = """
            {
              "name": {"family": "Okafor", "given": ["Ada"]},
              "identifiers": [{"system": "http://hl7.org/fhir/sid/us-npi", "value": "1234567893"}],
              "qualifications": ["MD", "Board certified in psychiatry"],
              "roles": ["PRESCRIBER"],
              "specialties": [{"system": "http://snomed.info/sct", "code": "394587001"}],
              "subjectId": "b3a1c1b2-7d42-3c55-9f2e-0a8f5c1d2e3f"
            }""";

    public static final String CHANGE = """
            {"roles": ["PRESCRIBER", "THERAPIST"]}""";

    public static final String END = """
            {"reason": "LEFT"}""";

    private PractitionerExamples() { }
}
