package health.stillpoint.kit.operation;

/** How an operation ended, as the audit trail says it. */
public enum Outcome {
    /** Done, and the answer was given. */
    SUCCESS,
    /** A repeat: the first answer was given once more, nothing was done. */
    REPLAYED,
    /** The caller may not do or see this (401, 403, 404). */
    DENIED,
    /** The state or the values forbid it (every other 4xx). */
    REFUSED,
    /** It broke (5xx). */
    FAILED;

    /** The outcome that an HTTP status of a refusal stands for. */
    public static Outcome ofRefusal(int status) {
        if (status == 401 || status == 403 || status == 404) {
            return DENIED;
        }
        return status < 500 ? REFUSED : FAILED;
    }
}
