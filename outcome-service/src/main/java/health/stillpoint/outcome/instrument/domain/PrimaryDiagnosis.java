package health.stillpoint.outcome.instrument.domain;

/** The anxiety disorder the patient is treated for; decides the primary endpoint. */
public enum PrimaryDiagnosis {
    GAD,
    PANIC_DISORDER,
    PANIC_DISORDER_WITH_AGORAPHOBIA,
    AGORAPHOBIA,
    SOCIAL_ANXIETY,
    SPECIFIC_PHOBIA;

    /** Tells whether the panic scales are read with the bands for agoraphobia. */
    public boolean hasAgoraphobia() {
        return this == PANIC_DISORDER_WITH_AGORAPHOBIA || this == AGORAPHOBIA;
    }
}
