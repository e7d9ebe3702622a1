package health.stillpoint.outcome.instrument.domain;

/**
 * A conclusion besides the total, drawn by a named rule of the catalogue.
 *
 * @param code the rule
 * @param value the conclusion, or null when it cannot be drawn from these answers
 * @param atLeast for a graded conclusion, the level the answers already imply; null for others
 */
public record DerivedValue(String code, String value, String atLeast) {

    static DerivedValue of(String code, Verdict verdict) {
        return new DerivedValue(code, verdict == Verdict.UNDEFINED ? null : verdict.orNull().toString(), null);
    }
}
