package health.stillpoint.gateway.upstream;

/** A call to a service that did not become an answer. */
public final class UpstreamFailure extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final Kind kind;

    /** What happened to the call. */
    public enum Kind {
        /** No connection could be made. */
        UNREACHABLE,
        /** The service is left alone for a while; no call was tried. */
        CIRCUIT_OPEN,
        /** There was no free connection, or too many calls wait for one already. */
        CROWDED,
        /** No answer began in time. */
        TIMEOUT,
        /** An answer to the gateway itself was longer than it holds in memory. */
        TOO_LONG,
        /** The connection broke before an answer began, or the answer was no HTTP. */
        BROKEN;

        /** True when it says something about the service's health. */
        boolean countsAgainstService() {
            return this == UNREACHABLE || this == TIMEOUT || this == BROKEN;
        }
    }

    /** A failure of the given kind; no stack, as it is expected. */
    public UpstreamFailure(Kind kind, Throwable cause) {
        super(kind.name(), cause, false, false);
        this.kind = kind;
    }

    public Kind kind() {
        return kind;
    }

    boolean countsAgainstService() {
        return kind.countsAgainstService();
    }
}
