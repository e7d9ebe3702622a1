package health.stillpoint.patient.modality.domain;

import java.util.List;

/** Why no modality is recommended, or a choice is not taken. */
public abstract sealed class ModalityRefusal extends RuntimeException {

    private ModalityRefusal(String message) {
        super(message);
    }

    /** There is no signed intake to recommend from. */
    public static final class IntakeRequired extends ModalityRefusal {
        public IntakeRequired() {
            super("No signed intake");
        }
    }

    /** More modalities than a patient works with at the same time, or one of them twice. */
    public static final class TooMany extends ModalityRefusal {

        private final int atMost;

        public TooMany(int atMost) {
            super("At most " + atMost + " different modalities");
            this.atMost = atMost;
        }

        public int atMost() {
            return atMost;
        }
    }

    /** Something chosen is blocked. */
    public static final class Blocked extends ModalityRefusal {

        private final List<Suggestion> blocked;

        public Blocked(List<Suggestion> blocked) {
            super("A chosen modality is blocked");
            this.blocked = List.copyOf(blocked);
        }

        public List<Suggestion> blocked() {
            return blocked;
        }
    }

    /** A change of the recommendation is explained. */
    public static final class ReasonRequired extends ModalityRefusal {
        public ReasonRequired() {
            super("A change needs its reason");
        }
    }
}
