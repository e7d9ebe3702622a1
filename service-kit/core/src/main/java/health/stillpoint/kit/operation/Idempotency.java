package health.stillpoint.kit.operation;

/** Whether an unsafe call must name itself with {@code Idempotency-Key}. */
public enum Idempotency {
    /** A key is honored when it is sent. */
    ACCEPTED,
    /** A repeat could harm: the call is refused without a key (400 {@code idempotency-key-required}). */
    REQUIRED
}
