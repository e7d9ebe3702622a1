package health.stillpoint.session.session.domain;

/** A step asked for in a state it is not safe from. */
public final class StepNotAllowed extends RuntimeException {

    private final String step;
    private final String state;

    public StepNotAllowed(String step, SessionState state) {
        super("step not allowed");
        this.step = step;
        this.state = state.code();
    }

    public String step() {
        return step;
    }

    public String state() {
        return state;
    }
}
