package health.stillpoint.patient.practitioners.domain;

/** What a member of staff does at the clinic. FHIR PractitionerRole. What they may call is said by their token alone. */
public enum PractitionerRole {
    /** Decides candidacy and signs orders. */
    PRESCRIBER,
    /** Prepares and integrates. */
    THERAPIST,
    /** Watches a dosing session. */
    MONITOR,
    /** Books, calls and keeps the people around a patient together. */
    CARE_COORDINATOR
}
