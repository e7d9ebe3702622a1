package health.stillpoint.patient.risk.domain;

/** Why a patient needs to be looked at before others; each stands until what raised it ends (docs/patient-search.md). */
public enum RiskFlag {
    /** A hold of session-service is open: no dose (schedules.md section 6). */
    HOLD,
    /** A safety alert of outcome-service is not resolved, such as a critical answer. */
    SAFETY_ALERT,
    /** The screening that asked last says moderate or high risk on the C-SSRS (programme.md section 4, SUICIDE_MODERATE and SUICIDE_HIGH). */
    SUICIDE_RISK,
    /** A relative finding, cleared or not (programme.md section 4, REL); a complete screening without one ends it. */
    RELATIVE_FINDING,
    /** A finding that excludes dosing (programme.md section 4, ABS); a complete screening without one ends it. */
    EXCLUDING_FINDING
}
