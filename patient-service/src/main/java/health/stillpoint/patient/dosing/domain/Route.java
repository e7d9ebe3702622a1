package health.stillpoint.patient.dosing.domain;

/** How a dose is taken; codes of session-service. */
public enum Route {
    /** Sublingual. */
    SL,
    /** Intramuscular. */
    IM,
    /** Subcutaneous. */
    SC,
    /** Intravenous. */
    IV,
    /** Intranasal. */
    IN
}
