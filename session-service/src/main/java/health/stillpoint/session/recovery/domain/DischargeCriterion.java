package health.stillpoint.session.recovery.domain;

/** What must hold before a patient leaves (dosing section 6, docs/clinical-sources.md#discharge). */
public enum DischargeCriterion {
    MINIMUM_OBSERVATION,
    NOT_RECOVERED,
    /** Name, relationship and phone of the adult who takes the patient home. */
    ESCORT,
    INSTRUCTIONS_WRITTEN,
    INSTRUCTIONS_SPOKEN,
    /** A call or integration session within 24 hours. */
    NEXT_CONTACT,
    EMERGENCY_NUMBER,
    /** An ORANGE or RED alert nobody has acknowledged. */
    ALERT_UNACKNOWLEDGED,
    /** A point of the monitoring plan was due before leaving and has neither its full set nor an acknowledged alert (section 5.1). */
    MONITORING_INCOMPLETE,
    /** Withdrawn milligrams are not yet administered, wasted or returned (section 8.1). */
    LEDGER_UNBALANCED
}
