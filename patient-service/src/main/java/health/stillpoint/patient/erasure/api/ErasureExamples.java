package health.stillpoint.patient.erasure.api;

/** Examples of the API document; a test sends each of them. */
public final class ErasureExamples {

    public static final String ERASE = """
            {"reason": "CONSENT_WITHDRAWN", "requestedBy": "PATIENT"}""";

    private ErasureExamples() { }
}
