package health.stillpoint.outcome.instrument.domain;

import java.util.List;
import java.util.Optional;

/** The instruments the product knows. */
public interface InstrumentCatalogue {

    /** Version of the catalogue's facts. */
    String version();

    /** All instruments, in the catalogue's order. */
    List<Instrument> all();

    /** The instrument of a code. */
    Optional<Instrument> find(InstrumentCode code);

    /** The instrument of a code. */
    default Instrument withCode(InstrumentCode code) {
        return find(code).orElseThrow(NoSuchInstrument::new);
    }
}
