package health.stillpoint.kit.inbox;

/** An event that can be read but never applied. The reason is stored and shown to operators: ids and codes only. */
public class ImpossibleEvent extends RuntimeException {

    private static final long serialVersionUID = 1L;

    public ImpossibleEvent(String reason) {
        super(reason);
    }
}
