package health.stillpoint.session.checklist.domain;

/** Result of one row and of the whole list; ordered, the worst wins. */
public enum ChecklistResult {
    GO,
    /** A prescriber must sign with a reason. */
    CAUTION,
    NO_GO
}
