package health.stillpoint.patient.intake.domain;

import java.util.ArrayList;
import java.util.List;

/** Which mandatory parts of the intake are still unsaid; a clinician signs only a complete one (programme.md sections 1 and 2). */
public final class IntakeCompleteness {

    private IntakeCompleteness() { }

    /** Names of the missing parts as the API calls them; empty when the intake may be signed. */
    public static List<String> missing(IntakeContent content) {
        List<String> missing = new ArrayList<>();
        requireStated(missing, "primaryDiagnosis", content.primaryDiagnosis());
        requireStated(missing, "nature", content.nature());
        requireStated(missing, "traumaOrigin", content.traumaOrigin());
        requireStated(missing, "intrusiveImagery", content.intrusiveImagery());
        requireStated(missing, "fearOfLosingControl", content.fearOfLosingControl());
        requireStated(missing, "comfortWithAlteredStates", content.comfortWithAlteredStates());
        requireStated(missing, "priorAlteredState", content.priorAlteredState());
        requireStated(missing, "support", content.support());
        requireStated(missing, "expectations", content.expectations());
        addMissingSeverity(missing, content);
        return List.copyOf(missing);
    }

    /** Names of the parts that cannot be as they are said: a code of another diagnosis, a total its instrument cannot have. */
    public static List<String> contradictory(IntakeContent content) {
        List<String> parts = new ArrayList<>();
        IntakeContent.PrimaryDiagnosis diagnosis = content.primaryDiagnosis();
        if (diagnosis != null && diagnosis.icd10() != null && !diagnosis.code().agreesWith(diagnosis.icd10())) {
            parts.add("primaryDiagnosis.icd10");
        }
        IntakeContent.Score score = content.severity() == null ? null : content.severity().primaryEndpoint();
        if (score != null && !InstrumentTotals.canHave(score)) {
            parts.add("severity.primaryEndpoint.total");
        }
        return List.copyOf(parts);
    }

    private static void addMissingSeverity(List<String> missing, IntakeContent content) {
        IntakeContent.Severity severity = content.severity();
        requireStated(missing, "severity.cgiSeverity", severity == null ? null : severity.cgiSeverity());
        if (severity == null || !isPrimaryEndpoint(severity.primaryEndpoint(), content.primaryDiagnosis())) {
            missing.add("severity.primaryEndpoint");
        }
    }

    /** The total must be of the instrument that belongs to the diagnosis; out of scope any instrument will do. */
    private static boolean isPrimaryEndpoint(IntakeContent.Score score, IntakeContent.PrimaryDiagnosis diagnosis) {
        if (score == null || diagnosis == null) {
            return false;
        }
        return !diagnosis.code().inScope() || diagnosis.code().primaryEndpoint().equals(score.instrument());
    }

    private static void requireStated(List<String> missing, String part, Object value) {
        if (value == null) {
            missing.add(part);
        }
    }
}
