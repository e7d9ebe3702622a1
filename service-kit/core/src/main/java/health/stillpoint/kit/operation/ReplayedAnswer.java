package health.stillpoint.kit.operation;

/** Carries the first answer of a call past the method that gave it then. */
final class ReplayedAnswer extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient IdempotentCall.Answer answer;

    ReplayedAnswer(IdempotentCall.Answer answer) {
        super("replayed", null, false, false);
        this.answer = answer;
    }

    IdempotentCall.Answer answer() {
        return answer;
    }
}
