package health.stillpoint.session.recovery.domain;

/** Each criterion of recovery (dosing section 6, docs/clinical-sources.md#recovery). */
public enum RecoveryCriterion {
    ALDRETE,
    /** MOAA/S 5, or RASS 0. */
    AWAKE,
    /** To person, place and time. */
    ORIENTED,
    /** CADSS at most 4, or CADSS6 at most 1. */
    DISSOCIATION_RESOLVED,
    /** Within 20 mmHg of pre-dose systolic or below 140/90, in two readings 15 minutes apart. */
    BLOOD_PRESSURE,
    /** 50..110 a minute. */
    HEART_RATE,
    /** SpO2 94 percent or more on room air. */
    OXYGEN_SATURATION,
    /** Nausea grade 1 at most. */
    NAUSEA,
    TOLERATES_FLUID,
    WALKS_UNAIDED,
    /** SUDS at most 4, or at the pre-dose level. */
    ANXIETY,
    NO_NEW_SUICIDAL_IDEATION,
    /** No adverse event of grade 2 or more is active. */
    NO_ACTIVE_ADVERSE_EVENT
}
