package health.stillpoint.outcome.assessment.domain;

import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import java.time.Instant;
import java.util.List;

/** Why an assessment takes no answer; never carries one. */
public abstract sealed class AssessmentRefusal extends RuntimeException {

    private AssessmentRefusal(String message) {
        super(message, null, false, false);
    }

    /** There is none, or the caller may not know of it. */
    public static final class NoSuchAssessment extends AssessmentRefusal {

        public NoSuchAssessment() {
            super("No such assessment");
        }
    }

    /** The instrument does not belong to the time point. */
    public static final class InstrumentNotOffered extends AssessmentRefusal {

        private final TimePoint timePoint;
        private final List<InstrumentCode> required;

        InstrumentNotOffered(TimePoint timePoint, List<InstrumentCode> required) {
            super("Instrument not offered");
            this.timePoint = timePoint;
            this.required = List.copyOf(required);
        }

        public TimePoint timePoint() {
            return timePoint;
        }

        /** What the assessment asks for instead. */
        public List<InstrumentCode> required() {
            return required;
        }
    }

    /** Too early. */
    public static final class WindowNotOpen extends AssessmentRefusal {

        private final Instant opensAt;

        WindowNotOpen(Instant opensAt) {
            super("Window not open");
            this.opensAt = opensAt;
        }

        public Instant opensAt() {
            return opensAt;
        }
    }

    /** Too late; nothing is imputed. */
    public static final class WindowClosed extends AssessmentRefusal {

        private final Instant closedAt;

        WindowClosed(Instant closedAt) {
            super("Window closed");
            this.closedAt = closedAt;
        }

        public Instant closedAt() {
            return closedAt;
        }
    }
}
