package health.stillpoint.patient.candidacy.domain;

import java.util.List;

/** Why a step on a candidacy decision is refused. */
public abstract sealed class CandidacyRefusal extends RuntimeException {

    private CandidacyRefusal(String message) {
        super(message);
    }

    /** The patient has no such decision. */
    public static final class NoSuchDecision extends CandidacyRefusal {
        public NoSuchDecision() {
            super("No such decision");
        }
    }

    /** Intake or screening are not there, not complete or out of date. */
    public static final class NotReady extends CandidacyRefusal {

        private final List<String> missing;
        private final List<String> open;

        public NotReady(List<String> missing, List<String> open) {
            super("The case cannot be decided yet");
            this.missing = List.copyOf(missing);
            this.open = List.copyOf(open);
        }

        /** Rules that cannot be said yet, as the review names them. */
        public List<String> open() {
            return open;
        }

        public List<String> missing() {
            return missing;
        }
    }

    /** The rules do not propose any more what was decided. */
    public static final class Overtaken extends CandidacyRefusal {

        private final List<String> reasons;

        public Overtaken(List<String> reasons) {
            super("The decision is overtaken");
            this.reasons = List.copyOf(reasons);
        }

        public List<String> reasons() {
            return reasons;
        }
    }

    /** The second reader must be another physician. */
    public static final class SameReader extends CandidacyRefusal {
        public SameReader() {
            super("The second reader must be another physician");
        }
    }

    /** The decision does not wait for a second reader. */
    public static final class NotAwaitingReader extends CandidacyRefusal {
        public NotAwaitingReader() {
            super("The decision does not wait for a second reader");
        }
    }
}
