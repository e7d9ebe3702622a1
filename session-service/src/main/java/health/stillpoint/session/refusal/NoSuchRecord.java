package health.stillpoint.session.refusal;

/** What was named does not exist, or belongs to another clinic: the caller learns no difference. */
public final class NoSuchRecord extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final String kind;

    /** @param kind singular noun such as {@code session}; part of the problem's code */
    public NoSuchRecord(String kind) {
        super("no such " + kind, null, false, false);
        this.kind = kind;
    }

    public String kind() {
        return kind;
    }
}
