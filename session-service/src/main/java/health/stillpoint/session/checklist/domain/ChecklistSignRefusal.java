package health.stillpoint.session.checklist.domain;

/** Why a checklist cannot be signed. */
public enum ChecklistSignRefusal {
    /** Only a CAUTION is signed; a GO needs none and a NO_GO has no override. */
    NOT_A_CAUTION,
    /** The blood pressure was not taken again after the waiting time. */
    REMEASUREMENT_MISSING
}
