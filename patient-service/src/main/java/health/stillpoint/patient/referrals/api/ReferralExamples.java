package health.stillpoint.patient.referrals.api;

/** Examples of the API document; a test sends each of them. */
public final class ReferralExamples {

    public static final String REFERRAL = """
            {
              "person": {
                "name": {"family": "Rivera", "given": ["Alex"]},
                "birthDate": "1992-05-14",
                "sexAtBirth": "female",
                "contact": {"phone": "+1 555 0100"},
                "language": "en-US",
                "timeZone": "America/New_York"
              },
              "reason": "Social anxiety since adolescence; two adequate trials without response.",
              "diagnosis": "SOCIAL_ANXIETY",
              "urgency": "ROUTINE",
              "consentToRefer": {"given": true, "form": "WRITTEN", "givenOn": "2026-02-18"}
            }""";

    public static final String DECLINE = """
            {"reason": "NO_CAPACITY", "note": "Waiting list closed until May"}""";

    public static final String LINK = """
            {"patientId": "0197a100-0000-7000-8000-000000000001"}""";

    public static final String REGISTRATION = """
            {"emergencyContact": {"name": "Jo Rivera", "relationship": "sibling", "phone": "+1 555 0101"}}""";

    private ReferralExamples() { }
}
