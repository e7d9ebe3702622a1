package health.stillpoint.session.session.domain;

/** Practitioner, room or patient is already taken at that time. */
public final class DoubleBooked extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What is taken. */
    public enum Resource { PRACTITIONER, ROOM, PATIENT }

    private final Resource resource;

    public DoubleBooked(Resource resource) {
        super("double booked", null, false, false);
        this.resource = resource;
    }

    public Resource resource() {
        return resource;
    }
}
