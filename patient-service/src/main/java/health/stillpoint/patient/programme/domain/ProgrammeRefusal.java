package health.stillpoint.patient.programme.domain;

import health.stillpoint.patient.patients.domain.ProgrammeState;

/** Why a step of the programme is refused. */
public abstract sealed class ProgrammeRefusal extends RuntimeException {

    private ProgrammeRefusal(String message) {
        super(message);
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
