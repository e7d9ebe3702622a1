package health.stillpoint.session.session.domain;

/** Practitioner, room or patient is already taken at that time. */
public final class DoubleBooked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is taken. */
    public enum Taken { PRACTITIONER, ROOM, PATIENT }

    private final Taken taken;

    public DoubleBooked(Taken taken) {
        super("double booked", null, false, false);
        this.taken = taken;
    }

    public Taken taken() {
        return taken;
    }
}
