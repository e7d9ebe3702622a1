package health.stillpoint.session.alert.domain;

/** What an alert is about (dosing section 5.2; monitoring and recovery times from 5.1 and 6). */
public enum AlertCode {
    SYSTOLIC_HIGH,
    DIASTOLIC_HIGH,
    SYSTOLIC_RISE,
    DIASTOLIC_RISE,
    SYSTOLIC_LOW,
    HEART_RATE_HIGH,
    HEART_RATE_LOW,
    OXYGEN_LOW,
    RESPIRATION_LOW,
    RESPIRATION_HIGH,
    SEDATION,
    AGITATION,
    DISSOCIATION,
    PSYCHOTIC_FEATURES,
    ANXIETY,
    VOMITING,
    HEADACHE_WITH_HIGH_PRESSURE,
    RED_SYMPTOM,
    /** A value no instrument can truly show: measure again within two minutes (section 5.2). */
    INVALID_READING,
    /** A point of the monitoring plan passed 15 minutes ago without a full set. */
    MONITORING_POINT_MISSED,
    /** Not recovered 240 minutes after the dose. */
    RECOVERY_LATE,
    /** Not recovered 360 minutes after the dose: decide on transfer. */
    TRANSFER_DECISION,
    /** The treatment consent was withdrawn before the dose, and that was told only after it. */
    DOSED_WITHOUT_CONSENT,
    /** The candidacy had ended before the dose, and that was told only after it. */
    DOSED_WITHOUT_CANDIDACY,
    /** Birth year or sex at birth was corrected after the dose and before it was written down: order and checklist rest on what was wrong. */
    DOSED_BEFORE_CORRECTION
}
