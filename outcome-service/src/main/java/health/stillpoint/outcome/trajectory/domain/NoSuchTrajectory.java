package health.stillpoint.outcome.trajectory.domain;

/** Nothing is known of the patient, or the caller may not know of them. */
public final class NoSuchTrajectory extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public NoSuchTrajectory() {
        super("No such trajectory", null, false, false);
    }
}
