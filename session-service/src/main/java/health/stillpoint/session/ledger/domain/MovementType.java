package health.stillpoint.session.ledger.domain;

/** What moves controlled substance (dosing section 8.1). */
public enum MovementType {
    /** Delivered by a supplier: lot + . */
    RECEIPT(1, 0),
    /** Taken for a patient's session: lot -, session +. */
    WITHDRAW(-1, 1),
    /** Given to the patient: session -. */
    ADMINISTER(0, -1),
    /** Destroyed remainder with a witness: session -, or lot - when none was withdrawn. */
    WASTE(0, -1),
    /** Unopened and put back: session -, lot +. */
    RETURN(1, -1),
    /** Stock destroyed with a witness: lot -. */
    DESTROY(-1, 0),
    /** Lost or stolen: lot -. */
    LOSS_THEFT(-1, 0);

    private final int lotSign;
    private final int sessionSign;

    MovementType(int lotSign, int sessionSign) {
        this.lotSign = lotSign;
        this.sessionSign = sessionSign;
    }

    public int lotSign() {
        return lotSign;
    }

    public int sessionSign() {
        return sessionSign;
    }

    /** A second, different, signed-in person must confirm (dosing section 8.1, rule 3). */
    public boolean needsWitness() {
        return this == WASTE || this == DESTROY;
    }

    /** Only ever written together with a dose. */
    public boolean partOfDose() {
        return this == WITHDRAW || this == ADMINISTER;
    }
}
