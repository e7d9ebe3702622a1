package health.stillpoint.outcome.instrument.domain;

import java.util.Objects;
import java.util.regex.Pattern;

/** The short name of an instrument as the catalogue spells it, for example {@code GAD7} or {@code LSAS_SR}. */
public record InstrumentCode(String value) {

    private static final Pattern SHAPE = Pattern.compile("[A-Z][A-Z0-9_]{0,39}");

    public InstrumentCode {
        Objects.requireNonNull(value, "value");
        if (!SHAPE.matcher(value).matches()) {
            throw new IllegalArgumentException("An instrument code is 1..40 of A-Z, 0-9 and _");
        }
    }

    /** Tells whether a text could be an instrument code at all. */
    public static boolean isWellFormed(String text) {
        return text != null && SHAPE.matcher(text).matches();
    }

    @Override
    public String toString() {
        return value;
    }
}
