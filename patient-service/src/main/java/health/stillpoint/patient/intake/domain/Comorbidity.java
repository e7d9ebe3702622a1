package health.stillpoint.patient.intake.domain;

/** Secondary diagnoses; ICD-10-CM beside each (programme.md section 2.2). */
public enum Comorbidity {
    MDD_SINGLE("F32.9"), MDD_RECURRENT("F33.9"), PTSD("F43.10"), OCD("F42.9"), BIPOLAR("F31.9"),
    PSYCHOTIC_DISORDER("F29"), ALCOHOL_USE_DISORDER("F10.10"), OPIOID_USE_DISORDER("F11.20"),
    SEDATIVE_USE_DISORDER("F13.20"), KETAMINE_OR_PCP_USE_DISORDER("F16.20"), BORDERLINE_PD("F60.3"),
    DISSOCIATIVE_DISORDER("F44.9"), INSOMNIA("G47.00"), OSA("G47.33"), HYPERTENSION("I10"), CIRRHOSIS("K74.60"),
    HYPERTHYROIDISM("E05.90"), CHRONIC_PAIN("G89.4"),
    GAD("F41.1"), PANIC_DISORDER("F41.0"), PANIC_DISORDER_WITH_AGORAPHOBIA("F40.01"), AGORAPHOBIA("F40.02"),
    SOCIAL_ANXIETY("F40.10"), SPECIFIC_PHOBIA("F40.2");

    private final String icd10;

    Comorbidity(String icd10) {
        this.icd10 = icd10;
    }

    public String icd10() {
        return icd10;
    }
}
