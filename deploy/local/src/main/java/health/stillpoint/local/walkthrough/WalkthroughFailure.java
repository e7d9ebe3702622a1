package health.stillpoint.local.walkthrough;

/** The backend did something else than the path says. The message is for people: what was asked, what was answered. */
public final class WalkthroughFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** What was expected and what was found. */
    public WalkthroughFailure(String message) {
        super(message);
    }

    /** The same, with what lies beneath it. */
    public WalkthroughFailure(String message, Throwable cause) {
        super(message, cause);
    }
}
