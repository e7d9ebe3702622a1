package health.stillpoint.patient.modality.api;

/** Examples of the API document; a test sends each of them. */
public final class ModalityExamples {

    public static final String CONFIRM = """
            {"modalities": ["ART", "EXPOSURE", "COGNITIVE"]}""";

    public static final String CHANGE = """
            {"modalities": ["COGNITIVE", "SOMATIC"], "reason": "wants to begin with the body before facing images"}""";

    public static final String STABILIZED = """
            {"done": true}""";

    private ModalityExamples() { }
}
