package health.stillpoint.outcome.safetyalert.domain;

/** Why a step on a safety alert was refused. */
public abstract sealed class AlertRefusal extends RuntimeException {

    private AlertRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none, or the caller may not know of it. */
    public static final class NoSuchAlert extends AlertRefusal {

        public NoSuchAlert() {
            super("No such safety alert");
        }
    }

    /** The alert has been dealt with, or taken, already. */
    public static final class StepNotAllowed extends AlertRefusal {

        private final String state;

        StepNotAllowed(String state) {
            super("Step not allowed");
            this.state = state;
        }

        /** The state that does not allow it. */
        public String state() {
            return state;
        }
    }

    /** Orange and red alerts hold the next dose; a prescriber clears them. */
    public static final class PrescriberOnly extends AlertRefusal {

        PrescriberOnly() {
            super("Prescriber only");
        }
    }
}
