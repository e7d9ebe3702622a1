package health.stillpoint.patient.modality.domain;

/** Kinds of integration therapy, in the order that breaks ties (programme.md section 7). */
public enum Modality {
    /** Eye movement desensitization and reprocessing. */
    EMDR,
    /** Accelerated resolution therapy. */
    ART,
    /** Exposure and behavioral experiments. */
    EXPOSURE,
    /** Cognitive therapy. */
    COGNITIVE,
    /** Relaxation, breathwork, yoga. */
    SOMATIC,
    /** Internal family systems. */
    IFS,
    /** Rebuilding a life that was built around anxiety. */
    IDENTITY_WORK
}
