package health.stillpoint.kit.problem;

/** Thrown by anything that refuses; becomes the answer it carries. */
public class ProblemException extends RuntimeException {

    private static final long serialVersionUID = 1L;

    private final transient Problem problem;

    /** Refuses with the given problem. A refusal is expected, so it carries no stack. */
    public ProblemException(Problem problem) {
        super(problem.toString(), null, false, false);
        this.problem = problem;
    }

    public Problem problem() {
        return problem;
    }
}
