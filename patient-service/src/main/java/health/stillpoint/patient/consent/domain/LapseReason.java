package health.stillpoint.patient.consent.domain;

/** Why a consent covers the case no longer without the person having taken it back (programme.md section 5). */
public enum LapseReason {
    NEW_DIAGNOSIS,
    PREGNANCY,
    /** An absolute or relative finding the decision did not weigh. */
    NEW_FINDING,
    ROUTE_CHANGED,
    HOME_DOSING,
    /** A dose told afterwards shows that the person signed while the drug may have acted. */
    SIGNED_WHILE_SEDATED,
    /** The text was changed in substance. */
    TEXT_CHANGED,
    /** A consent covers one course. */
    ANOTHER_COURSE,
    /** A newer consent of the same scope stands. */
    REPLACED,
    /** Its time is over. */
    EXPIRED,
    /** The programme was stopped or closed: whoever comes back consents anew. */
    PROGRAMME_ENDED,
    /** Two records turned out to be one person's. */
    RECORDS_MERGED,
    /** The identity of the person was removed. */
    IDENTITY_ERASED
}
