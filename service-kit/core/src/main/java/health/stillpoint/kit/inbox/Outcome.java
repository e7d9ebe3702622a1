package health.stillpoint.kit.inbox;

/** What became of a record. */
enum Outcome {
    /** Handlers ran and their effect is committed. */
    APPLIED,
    /** The event had been applied before. */
    DUPLICATE,
    /** Nobody here handles this type. */
    SKIPPED,
    /** It cannot be applied and lies among the dead letters. */
    DEAD_LETTER
}
