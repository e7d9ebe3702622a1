package health.stillpoint.patient.clinics;

/** Examples of the API document; a test sends them. */
final class ClinicExamples {

    static final String DESCRIPTION = """
            {
              "name": "Harbor Clinic",
              "timeZone": "America/New_York",
              "address": {"lines": ["1 Pier Road"], "city": "Portland", "region": "ME", "postalCode": "04101", "country": "US"},
              "phone": "+1 555 0110",
              "emergencyPhone": "+1 555 0119"
            }""";

    private ClinicExamples() { }
}
