package health.stillpoint.kit.problem;

/** The refusals that every service has in common; docs/problems.md of the kit lists them. */
public final class Problems {

    private Problems() {
    }

    /** 400: what was sent cannot be read as what the operation expects. */
    public static Problem unreadable() {
        return Problem.of(400, "unreadable", "The request cannot be read");
    }

    /** 401. */
    public static Problem unauthenticated() {
        return Problem.of(401, "unauthenticated", "A valid access token is required");
    }

    /** 403. */
    public static Problem forbidden() {
        return Problem.of(403, "forbidden", "Not allowed for this caller");
    }

    /** 404, also for what the caller may not know exists. */
    public static Problem notFound() {
        return Problem.of(404, "not-found", "Not found");
    }

    /** 409: the state of the record or another record forbids it now. */
    public static Problem conflict() {
        return Problem.of(409, "conflict", "In conflict with what is already recorded");
    }

    /** 412: somebody else changed the record in between. */
    public static Problem preconditionFailed() {
        return Problem.of(412, "precondition-failed", "The record has changed");
    }

    /** 422: readable, but outside what is allowed. */
    public static Problem invalidValue() {
        return Problem.of(422, "invalid-value", "A value is outside what is allowed");
    }

    /** 500. */
    public static Problem internal() {
        return Problem.of(500, "internal", "Something went wrong on our side");
    }

    /** 503: nothing was done; the same call may be repeated. */
    public static Problem unavailable() {
        return Problem.of(503, "unavailable", "Not available at the moment, please repeat");
    }

    /** The refusal of a bare HTTP status. */
    public static Problem ofStatus(int status) {
        return switch (status) {
            case 400 -> unreadable();
            case 401 -> unauthenticated();
            case 403 -> forbidden();
            case 404 -> notFound();
            case 405 -> Problem.of(405, "method-not-allowed", "This method is not allowed here");
            case 406 -> Problem.of(406, "not-acceptable", "No acceptable representation");
            case 409 -> conflict();
            case 412 -> preconditionFailed();
            case 413 -> Problem.of(413, "too-large", "The request is too large");
            case 414 -> Problem.of(414, "address-too-long", "The address is too long");
            case 415 -> Problem.of(415, "unsupported-media-type", "Send application/json");
            case 422 -> invalidValue();
            case 428 -> Problem.of(428, "precondition-required", "If-Match is required");
            case 429 -> Problem.of(429, "too-many-requests", "Too many requests");
            case 503 -> unavailable();
            default -> status >= 400 && status < 500 ? Problem.of(status, "refused", "Refused") : internal();
        };
    }
}
