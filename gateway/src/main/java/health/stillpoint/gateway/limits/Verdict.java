package health.stillpoint.gateway.limits;

/**
 * What a limit says to one request, and how the caller is told: in the {@code RateLimit-Policy} and {@code RateLimit} fields of
 * draft-ietf-httpapi-ratelimit-headers, where q is how many requests are allowed at once, w the seconds in which as many are
 * earned again, r how many are left, and t the seconds until there is one.
 *
 * @param allowed whether the request may go on
 * @param remaining requests left at this moment
 * @param waitNanos until the next request is allowed, 0 when it is now
 * @param policy name of the limit that is nearest
 * @param policyHeader the limits for the {@code RateLimit-Policy} header; empty when nothing is limited
 */
public record Verdict(boolean allowed, long remaining, long waitNanos, String policy, String policyHeader) {

    static final Verdict UNLIMITED = new Verdict(true, Long.MAX_VALUE, 0, "", "");

    private static final long NANOS = 1_000_000_000L;

    /** The same, telling all the limits that hold for this caller. */
    Verdict under(String policies) {
        return new Verdict(allowed, remaining, waitNanos, policy, policies);
    }

    /** True when there is a limit to tell the caller about. */
    public boolean isLimited() {
        return !policyHeader.isEmpty();
    }

    /** Whole seconds to wait, at least 1. */
    public long retryAfterSeconds() {
        return Math.max(1, (waitNanos + NANOS - 1) / NANOS);
    }

    /** For the {@code RateLimit} header: requests left, and seconds until more when none are. */
    public String header() {
        return "\"" + policy + "\";r=" + remaining + (allowed ? "" : ";t=" + retryAfterSeconds());
    }
}
