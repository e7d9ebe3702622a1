package health.stillpoint.outcome.assessment.domain;

import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The instruments of a time point (schedules.md section 2).
 *
 * @param withPrimary whether the primary endpoint of the patient's diagnosis belongs to it
 * @param required instruments that complete the assessment besides the primary endpoint
 * @param expected instruments given to everybody; the assessment is complete without them
 * @param optional instruments given when the diagnosis or a flag asks for them
 */
public record Battery(
        boolean withPrimary, List<InstrumentCode> required, List<InstrumentCode> expected, List<InstrumentCode> optional) {

    public Battery {
        required = List.copyOf(required);
        expected = List.copyOf(expected);
        optional = List.copyOf(optional);
    }

    /** What must be answered, the primary endpoint first, each once. */
    public List<InstrumentCode> requiredFor(InstrumentCode primaryEndpoint) {
        Set<InstrumentCode> instruments = new LinkedHashSet<>();
        if (withPrimary) {
            instruments.add(primaryEndpoint);
        }
        instruments.addAll(required);
        return List.copyOf(instruments);
    }

    /** Tells whether an instrument may be answered although it is not required. */
    public boolean offers(InstrumentCode instrument) {
        return expected.contains(instrument) || optional.contains(instrument);
    }
}
