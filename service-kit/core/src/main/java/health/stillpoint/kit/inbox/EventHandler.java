package health.stillpoint.kit.inbox;

/**
 * Applies one type of fact. An implementation is a CDI bean; it is called inside a transaction in the clinic's context,
 * once for each event id. All handlers of a type share the transaction: all of them take effect, or none.
 *
 * @param <T> the wire record; unknown fields are ignored, its validation constraints are checked before {@link #on}
 */
public interface EventHandler<T> {

    /** The type handled, with its version: {@code thing.changed.v1}. */
    String type();

    Class<T> dataType();

    /**
     * Applies the fact. Runs again after a failure, so an effect outside the transaction is not allowed.
     *
     * @throws ImpossibleEvent when no retry can ever help; the event goes to the dead letters
     */
    void on(ReceivedEvent<T> event);
}
