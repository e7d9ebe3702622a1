package health.stillpoint.patient.merge.api;

/** Examples of the API document; a test sends each of them. */
public final class MergeExamples {

    public static final String MERGE = """
            {"duplicateId": "0197a100-0000-7000-8000-000000000002", "reason": "Registered twice; the passport shows one person"}""";

    private MergeExamples() { }
}
