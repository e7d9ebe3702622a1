package health.stillpoint.outcome.instrument.domain;

/** The catalogue has no instrument of this code. */
public final class NoSuchInstrument extends InstrumentRefusal {

    public NoSuchInstrument() {
        super("No such instrument");
    }
}
