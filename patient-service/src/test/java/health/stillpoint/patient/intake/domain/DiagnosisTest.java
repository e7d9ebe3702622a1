package health.stillpoint.patient.intake.domain;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class DiagnosisTest {

    @ParameterizedTest(name = "{0} agrees with {1}: {2}")
    @CsvSource({"GAD, F41.1, true", "GAD, F40.231, false", "PANIC_DISORDER, F41.0, true", "PANIC_DISORDER, F40.01, false",
        "PANIC_DISORDER_WITH_AGORAPHOBIA, F40.01, true", "PANIC_DISORDER_WITH_AGORAPHOBIA, F40.00, true", "AGORAPHOBIA, F40.00, true",
        "AGORAPHOBIA, F40.01, false", "SOCIAL_ANXIETY, F40.11, true", "SOCIAL_ANXIETY, F40.2, false", "SPECIFIC_PHOBIA, F40.2, true",
        "SPECIFIC_PHOBIA, F40.231, true", "SPECIFIC_PHOBIA, F40.232, true", "SPECIFIC_PHOBIA, F40.299, false",
        "SPECIFIC_PHOBIA, F40.10, false", "OTHER, F45.22, true"})
    void agreesWithItsOwnAndFinerCodes(Diagnosis diagnosis, String icd10, boolean agrees) {
        assertThat(diagnosis.agreesWith(icd10)).isEqualTo(agrees);
    }

    @ParameterizedTest(name = "{0} is ICD-10-CM {1}, SNOMED CT {2}, measured by {3}")
    @CsvSource({
        "GAD, F41.1, 21897009, GAD7, false",
        "PANIC_DISORDER, F41.0, 371631005, PDSS_SR, true",
        "PANIC_DISORDER_WITH_AGORAPHOBIA, F40.01, 35607004, PDSS_SR, true",
        "AGORAPHOBIA, F40.02, 61569007, APA_SEV_AGORAPHOBIA, false",
        "SOCIAL_ANXIETY, F40.10, 25501002, LSAS_SR, false",
        "SPECIFIC_PHOBIA, F40.2, 54587008, APA_SEV_SPECIFIC_PHOBIA, false"
    })
    void hasThePublishedCodes(Diagnosis diagnosis, String icd10, String snomed, String endpoint, boolean panic) {
        assertThat(diagnosis.icd10()).isEqualTo(icd10);
        assertThat(diagnosis.snomed()).isEqualTo(snomed);
        assertThat(diagnosis.primaryEndpoint()).isEqualTo(endpoint);
        assertThat(diagnosis.isPanic()).isEqualTo(panic);
        assertThat(diagnosis.inScope()).isTrue();
        assertThat(SeverityPolicy.caseness(endpoint)).isPresent();
    }

    @ParameterizedTest(name = "the evidence for {0} is {1}")
    @CsvSource({"SOCIAL_ANXIETY, B", "GAD, C", "PANIC_DISORDER, D", "PANIC_DISORDER_WITH_AGORAPHOBIA, D", "AGORAPHOBIA, D", "SPECIFIC_PHOBIA, D"})
    void tellsHowWellItsTreatmentIsStudied(Diagnosis diagnosis, EvidenceBadge evidence) {
        assertThat(diagnosis.evidence()).isEqualTo(evidence);
    }

    @Test
    void treatsNothingElse() {
        assertThat(Diagnosis.OTHER.inScope()).isFalse();
        assertThat(Diagnosis.OTHER.isPanic()).isFalse();
        assertThat(Diagnosis.OTHER.primaryEndpoint()).isNull();
        assertThat(Diagnosis.OTHER.evidence()).isNull();
    }

    @ParameterizedTest(name = "{0} is ICD-10-CM {1}")
    @CsvSource({
        "MDD_SINGLE, F32.9", "MDD_RECURRENT, F33.9", "PTSD, F43.10", "OCD, F42.9", "BIPOLAR, F31.9", "PSYCHOTIC_DISORDER, F29",
        "ALCOHOL_USE_DISORDER, F10.10", "OPIOID_USE_DISORDER, F11.20", "SEDATIVE_USE_DISORDER, F13.20",
        "KETAMINE_OR_PCP_USE_DISORDER, F16.20", "BORDERLINE_PD, F60.3", "DISSOCIATIVE_DISORDER, F44.9", "INSOMNIA, G47.00",
        "OSA, G47.33", "HYPERTENSION, I10", "CIRRHOSIS, K74.60", "HYPERTHYROIDISM, E05.90", "CHRONIC_PAIN, G89.4"
    })
    void knowsTheCodesOfWhatComesBeside(Comorbidity comorbidity, String icd10) {
        assertThat(comorbidity.icd10()).isEqualTo(icd10);
    }
}
