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

    /** The instrument that decides whether treatment of this disorder worked; one for each diagnosis. */
    InstrumentCode primaryEndpoint(PrimaryDiagnosis diagnosis);

    /** The instrument that is asked whatever the diagnosis, so that patients can be compared. */
    InstrumentCode crossDiagnosisEndpoint();

    /** The instrument of a code. */
    default Instrument withCode(InstrumentCode code) {
        return find(code).orElseThrow(NoSuchInstrument::new);
    }
}
