package health.stillpoint.outcome.instrument.domain;

import java.util.List;

/** The instrument is not used in this way. */
public final class NoSuchVariant extends InstrumentRefusal {

    private final List<Variant> known;

    public NoSuchVariant(List<Variant> known) {
        super("No such variant");
        this.known = List.copyOf(known);
    }

    /** The variants the instrument has. */
    public List<Variant> known() {
        return known;
    }
}
