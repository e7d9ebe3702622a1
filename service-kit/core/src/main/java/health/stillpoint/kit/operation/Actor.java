package health.stillpoint.kit.operation;

/**
 * Who does something, for the audit trail.
 *
 * @param subject the token's {@code sub}, or the name of a consumer or job
 * @param clientId the program they come through, an empty text for our own work
 * @param roles sorted and joined by commas
 * @param requestId an empty text outside a request
 * @param traceparent the caller's W3C trace context, an empty text when there is none
 * @param ip where the request came from, an empty text outside a request
 */
public record Actor(String subject, String clientId, String roles, String requestId, String traceparent, String ip) {

    private static final int TRACE_ID_START = 3;
    private static final int TRACE_ID_END = 35;

    /** Our own work, by its name. */
    public static Actor ownWork(String name) {
        return new Actor(name, "", "", "", "", "");
    }

    /** 32 hexadecimal digits, or an empty text. */
    public String traceId() {
        return traceparent.isEmpty() ? "" : traceparent.substring(TRACE_ID_START, TRACE_ID_END);
    }
}
