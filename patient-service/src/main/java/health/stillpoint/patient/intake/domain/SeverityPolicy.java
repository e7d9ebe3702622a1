package health.stillpoint.patient.intake.domain;

import java.util.Map;
import java.util.Optional;

/**
 * Whether the anxiety is severe enough to treat here: primary endpoint at or above its caseness, or CGI-S at or above
 * {@code cgiLimit} (programme.md sections 2.6 and 6 rule 3).
 */
public final class SeverityPolicy {

    /** Lowest total that counts as a clinical case: instruments.yaml {@code caseness.min_total} (docs/clinical-sources.md#caseness). */
    private static final Map<String, Integer> CASENESS = Map.of(
            "GAD7", 8,
            "LSAS_SR", 30,
            "PDSS_SR", 8,
            "OASIS", 8,
            "APA_SEV_AGORAPHOBIA", 15,
            "APA_SEV_SPECIFIC_PHOBIA", 15);

    private SeverityPolicy() { }

    public static Optional<Integer> caseness(String instrument) {
        return Optional.ofNullable(CASENESS.get(instrument));
    }

    /** Unknown severity is not above the threshold. */
    public static boolean aboveThreshold(IntakeContent.Severity severity, int cgiLimit) {
        if (severity == null) {
            return false;
        }
        return isCase(severity.primaryEndpoint())
                || (severity.cgiSeverity() != null && severity.cgiSeverity() >= cgiLimit);
    }

    private static boolean isCase(IntakeContent.Score score) {
        return score != null && caseness(score.instrument()).filter(lowest -> score.total() >= lowest).isPresent();
    }
}
