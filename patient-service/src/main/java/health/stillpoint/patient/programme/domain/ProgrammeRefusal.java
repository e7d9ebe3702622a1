package health.stillpoint.patient.programme.domain;

import health.stillpoint.patient.patients.domain.ProgrammeState;
import java.util.List;

/** Why a step of the programme is refused. */
public abstract sealed class ProgrammeRefusal extends RuntimeException {

    private ProgrammeRefusal(String message) {
        super(message);
    }

    /** The state may be left only when this is done. */
    public static final class GuardUnmet extends ProgrammeRefusal {

        private final List<String> unmet;

        public GuardUnmet(List<String> unmet) {
            super("Something must be done first");
            this.unmet = List.copyOf(unmet);
        }

        public List<String> unmet() {
            return unmet;
        }
    }

    /** The programme was stopped or closed: nothing that leads to a dose begins. */
    public static final class Ended extends ProgrammeRefusal {

        private final ProgrammeState state;

        public Ended(ProgrammeState state) {
            super("The programme has ended");
            this.state = state;
        }

        public ProgrammeState state() {
            return state;
        }
    }

    /** Not from this state. */
    public static final class StepNotAllowed extends ProgrammeRefusal {

        private final ProgrammeState state;

        public StepNotAllowed(ProgrammeState state) {
            super("Not from this state");
            this.state = state;
        }

        public ProgrammeState state() {
            return state;
        }
    }
}
