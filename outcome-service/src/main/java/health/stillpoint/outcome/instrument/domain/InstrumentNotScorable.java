package health.stillpoint.outcome.instrument.domain;

/** The published scoring of the instrument has not been verified, so the product does not guess it. */
public final class InstrumentNotScorable extends InstrumentRefusal {

    private final InstrumentCode code;

    public InstrumentNotScorable(InstrumentCode code) {
        super("Instrument not scorable");
        this.code = code;
    }

    /** The instrument. */
    public InstrumentCode code() {
        return code;
    }
}
