package health.stillpoint.local;

/** The stack cannot do what was asked; the message is one line that says why and what helps. */
public final class StackException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    /** A reason in one line. */
    public StackException(String message) {
        super(message);
    }

    /** A reason in one line, and what lies beneath it. */
    public StackException(String message, Throwable cause) {
        super(message, cause);
    }
}
