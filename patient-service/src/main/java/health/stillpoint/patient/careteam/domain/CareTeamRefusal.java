package health.stillpoint.patient.careteam.domain;

import java.util.List;

/** Why a care team is not taken as it was sent. */
public abstract sealed class CareTeamRefusal extends RuntimeException {

    private CareTeamRefusal(String message) {
        super(message);
    }

    /** One place that cannot be held, and why. */
    public record Fault(Code code, Seat seat) {

        /** Why a place cannot be held. */
        public enum Code {
            /** Nobody of this clinic has this id; also said of another clinic's staff. */
            UNKNOWN_PRACTITIONER,
            PRACTITIONER_ENDED,
            /** The practitioner does not have the role at the clinic. */
            ROLE_NOT_HELD,
            /** A team has at most one lead prescriber. */
            SECOND_LEAD
        }
    }

    /** Every fault at once. */
    public static final class Unsound extends CareTeamRefusal {

        private final List<Fault> faults;

        public Unsound(List<Fault> faults) {
            super("The care team is unsound");
            this.faults = List.copyOf(faults);
        }

        public List<Fault> faults() {
            return faults;
        }
    }
}
