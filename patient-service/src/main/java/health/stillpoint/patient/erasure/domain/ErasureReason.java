package health.stillpoint.patient.erasure.domain;

/** Why an identity is removed (GDPR, Regulation (EU) 2016/679, article 17(1)). A code: a text could name the person again. */
public enum ErasureReason {
    /** No longer needed for what it was collected for (a). */
    NO_LONGER_NEEDED,
    /** Consent to keep it was withdrawn (b). */
    CONSENT_WITHDRAWN,
    /** The person objects (c). */
    OBJECTION,
    /** It should never have been kept (d). */
    UNLAWFUL,
    /** A law or a court demands it (e). */
    LEGAL_DUTY
}
