package health.stillpoint.patient.risk.domain;

/** Why a patient needs to be looked at before others; each stands until what raised it ends (docs/risk-flags.md). */
public enum RiskFlag {
    /** A hold of session-service is open: no dose (schedules.md section 6). */
    HOLD,
    /** A safety alert of outcome-service is not resolved, such as a critical answer. */
    SAFETY_ALERT,
    /** The latest screening says moderate or high risk on the C-SSRS (programme.md section 4, SUICIDE_MODERATE and SUICIDE_HIGH). */
    SUICIDE_RISK,
    /** The latest screening has a relative finding, cleared or not (programme.md section 4, REL). */
    RELATIVE_FINDING,
    /** The latest screening has a finding that excludes dosing (programme.md section 4, ABS). */
    EXCLUDING_FINDING
}
