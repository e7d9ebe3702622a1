package health.stillpoint.session.ledger.domain;

/** Why a movement is refused. */
public enum MovementRefusal {
    /** Withdrawals and administrations are written with a dose only. */
    PART_OF_A_DOSE,
    LOT_INSUFFICIENT,
    /** More than was withdrawn for the session and is not yet accounted for. */
    SESSION_INSUFFICIENT,
    /** A return needs the session it was withdrawn for. */
    SESSION_REQUIRED,
    /** The witness proposed it or gave the dose. */
    WITNESS_NOT_DISTINCT,
    ALREADY_WITNESSED,
    QUARANTINED_OR_EXPIRED
}
