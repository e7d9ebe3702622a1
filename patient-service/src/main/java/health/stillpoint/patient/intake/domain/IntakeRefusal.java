package health.stillpoint.patient.intake.domain;

import java.util.List;

/** Why a step on an intake is refused. */
public abstract sealed class IntakeRefusal extends RuntimeException {

    private IntakeRefusal(String message) {
        super(message);
    }

    /** The patient has no such intake. */
    public static final class NoSuchIntake extends IntakeRefusal {
        public NoSuchIntake() {
            super("No such intake");
        }
    }

    /** Signed already: a correction is a new version. */
    public static final class Signed extends IntakeRefusal {
        public Signed() {
            super("A signed intake is never changed");
        }
    }

    /** A draft of the next version is open already. */
    public static final class DraftOpen extends IntakeRefusal {
        public DraftOpen() {
            super("A draft is open already");
        }
    }

    /** Mandatory parts are unsaid. */
    public static final class Incomplete extends IntakeRefusal {

        private final List<String> missing;

        public Incomplete(List<String> missing) {
            super("Mandatory parts are missing");
            this.missing = List.copyOf(missing);
        }

        public List<String> missing() {
            return missing;
        }
    }

    /** Parts cannot be as they are said. */
    public static final class Contradictory extends IntakeRefusal {

        private final List<String> parts;

        public Contradictory(List<String> parts) {
            super("Parts cannot be as they are said");
            this.parts = List.copyOf(parts);
        }

        public List<String> parts() {
            return parts;
        }
    }
}
