package health.stillpoint.outcome.instrument.persistence;

/** A mistake in the catalogue file; the service does not start with one. */
final class CatalogueFault extends IllegalStateException {

    private static final long serialVersionUID = 1L;

    CatalogueFault(String instrument, String what) {
        super("catalogue/instruments.yaml: " + instrument + " " + what);
    }
}
