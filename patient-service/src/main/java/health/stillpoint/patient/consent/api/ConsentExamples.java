package health.stillpoint.patient.consent.api;

/** Examples of the API document; a test sends each of them. */
public final class ConsentExamples {

    public static final String TREATMENT = """
            {
              "scope": "TREATMENT", "templateVersion": "2026-01", "language": "en-US",
              "elements": [
                "OFF_LABEL_STATUS", "NOT_FDA_APPROVED_FOR_ANXIETY", "COMPOUNDED_PRODUCT_STATUS", "PROCEDURE_AND_ROUTE",
                "ACUTE_EFFECTS_AND_DISSOCIATION", "COMMON_AND_SERIOUS_RISKS", "UNCERTAIN_LONG_TERM_EFFECTS", "ALTERNATIVES",
                "NO_BENEFIT_OR_WORSENING", "INTEGRATION_AND_ONGOING_WORK", "MAINTENANCE_MAY_BE_NEEDED",
                "NO_DRIVING_UNTIL_NEXT_DAY", "ESCORT", "THERAPIST_PRESENCE", "TOUCH_POLICY", "RECORDING_POLICY",
                "CONTROLLED_SUBSTANCE_DUTIES", "RIGHT_TO_STOP", "DATA_USE", "COST_AND_INSURANCE"
              ],
              "signer": {"kind": "PATIENT", "name": "Alex Rivera"},
              "capacityAttested": true
            }""";

    public static final String PARTNER_SHARING = """
            {
              "scope": "PARTNER_SHARING", "templateVersion": "2026-01", "language": "en-US",
              "elements": ["RECIPIENTS_AND_PURPOSE", "DATA_USE", "RIGHT_TO_WITHDRAW"],
              "sharedWith": ["partner-harbor"],
              "signer": {"kind": "PATIENT", "name": "Alex Rivera"},
              "capacityAttested": true
            }""";

    public static final String WITHDRAWAL = """
            {"reason": "changed my mind"}""";

    public static final String REQUIRE_ANEW = """
            {"reason": "HOME_DOSING"}""";

    private ConsentExamples() { }
}
