package health.stillpoint.patient.intake.domain;

import java.util.List;
import java.util.Set;

/**
 * Primary diagnoses of the programme, with their codes and the instrument that is their primary endpoint.
 *
 * <p>programme.md section 2.1 (ICD-10-CM and SNOMED CT from VSAC value set 2.16.840.1.113762.1.4.1021.94) and
 * instruments.yaml {@code primary_endpoint} (docs/clinical-sources.md#diagnoses).
 */
public enum Diagnosis {
    GAD("F41.1", "21897009", "GAD7", EvidenceBadge.C),
    PANIC_DISORDER("F41.0", "371631005", "PDSS_SR", EvidenceBadge.D),
    PANIC_DISORDER_WITH_AGORAPHOBIA("F40.01", "35607004", "PDSS_SR", EvidenceBadge.D, "F41.0", "F40.00"),
    AGORAPHOBIA("F40.02", "61569007", "APA_SEV_AGORAPHOBIA", EvidenceBadge.D, "F40.00"),
    SOCIAL_ANXIETY("F40.10", "25501002", "LSAS_SR", EvidenceBadge.B, "F40.11"),
    SPECIFIC_PHOBIA("F40.2", "54587008", "APA_SEV_SPECIFIC_PHOBIA", EvidenceBadge.D, "F40.210", "F40.218", "F40.220", "F40.228", "F40.230", "F40.231",
            "F40.232", "F40.233", "F40.240", "F40.241", "F40.242", "F40.243", "F40.248", "F40.290", "F40.291", "F40.298"),
    /** Anything else: recorded so that the review can decline it, never treated here. */
    OTHER(null, null, null, null);

    private final String icd10;
    private final String snomed;
    private final String primaryEndpoint;
    private final EvidenceBadge evidence;
    private final Set<String> otherIcd10;

    Diagnosis(String icd10, String snomed, String primaryEndpoint, EvidenceBadge evidence, String... otherIcd10) {
        this.otherIcd10 = Set.of(otherIcd10);
        this.icd10 = icd10;
        this.snomed = snomed;
        this.primaryEndpoint = primaryEndpoint;
        this.evidence = evidence;
    }

    public String icd10() {
        return icd10;
    }

    /** Whether an ICD-10-CM code says the same or a finer one of it; beside a diagnosis outside the scope any may stand. */
    public boolean agreesWith(String code) {
        return !inScope() || icd10.equals(code) || otherIcd10.contains(code);
    }

    public String snomed() {
        return snomed;
    }

    /** Code of the instrument whose total decides severity and outcome; null outside the scope. */
    public String primaryEndpoint() {
        return primaryEndpoint;
    }

    /** How well its treatment is studied; null outside the scope. */
    public EvidenceBadge evidence() {
        return evidence;
    }

    /** Whether the programme treats it at all. */
    public boolean inScope() {
        return this != OTHER;
    }

    /** Panic disorder with or without agoraphobia. */
    public boolean isPanic() {
        return List.of(PANIC_DISORDER, PANIC_DISORDER_WITH_AGORAPHOBIA).contains(this);
    }
}
