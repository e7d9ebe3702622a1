package health.stillpoint.patient.screening.domain;

import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Why a step on a screening is refused. */
public abstract sealed class ScreeningRefusal extends RuntimeException {

    private ScreeningRefusal(String message) {
        super(message);
    }

    /** The patient has no such screening. */
    public static final class NoSuchScreening extends ScreeningRefusal {
        public NoSuchScreening() {
            super("No such screening");
        }
    }

    /** The screening did not find this. */
    public static final class NoSuchFinding extends ScreeningRefusal {
        public NoSuchFinding() {
            super("The screening has no such finding");
        }
    }

    /** Only relative findings can be cleared; an absolute one must be gone first. */
    public static final class NotClearable extends ScreeningRefusal {

        private final FindingClass findingClass;

        public NotClearable(FindingClass findingClass) {
            super("Only relative findings can be cleared");
            this.findingClass = findingClass;
        }

        public FindingClass findingClass() {
            return findingClass;
        }
    }

    /** A person with bipolar disorder takes an antidepressant and nothing that steadies mood; that must change first. */
    public static final class AntidepressantAlone extends ScreeningRefusal {
        public AntidepressantAlone() {
            super("An antidepressant alone cannot be cleared with bipolar disorder");
        }
    }

    /** A person with bipolar disorder takes nothing that steadies mood; that must change first. */
    public static final class NoMoodStabilizer extends ScreeningRefusal {
        public NoMoodStabilizer() {
            super("Bipolar disorder without a mood stabilizer cannot be cleared");
        }
    }

    /** A reduced dose without its factor, or a factor nobody asked to be reduced by. */
    public static final class DoseFactorUnclear extends ScreeningRefusal {
        public DoseFactorUnclear() {
            super("REDUCED_DOSE_FACTOR and doseFactor go together");
        }
    }

    /** Longer than a clearance may hold. */
    public static final class ClearanceTooLong extends ScreeningRefusal {

        private final int atMostDays;

        public ClearanceTooLong(int atMostDays) {
            super("A clearance holds at most " + atMostDays + " days");
            this.atMostDays = atMostDays;
        }

        public int atMostDays() {
            return atMostDays;
        }
    }

    /** Rows or states the catalog does not know. */
    public static final class NotUnderstood extends ScreeningRefusal {

        private final List<String> answers;

        public NotUnderstood(List<String> answers) {
            super("Answers the screening does not know");
            this.answers = List.copyOf(answers);
        }

        public List<String> answers() {
            return answers;
        }
    }

    /** Rows with more than one answer: none of them may be dropped. */
    public static final class AnsweredTwice extends ScreeningRefusal {

        private final List<String> rows;

        public AnsweredTwice(List<String> rows) {
            super("Rows answered more than once");
            this.rows = List.copyOf(rows);
        }

        public List<String> rows() {
            return rows;
        }
    }

    /** Answers that cannot all be true: none of them may be picked. */
    public static final class Contradictory extends ScreeningRefusal {

        private final Map<String, String> reasons;

        public Contradictory(Map<String, String> reasons) {
            super("Answers contradict each other");
            this.reasons = Collections.unmodifiableMap(new LinkedHashMap<>(reasons));
        }

        /** Why, by the place of the answer. */
        public Map<String, String> reasons() {
            return reasons;
        }
    }

    /** The visit lies too long ago, or something it records before the birth of the person. */
    public static final class ImplausibleDate extends ScreeningRefusal {

        private final List<String> fields;
        private final String reason;

        private ImplausibleDate(List<String> fields, String reason) {
            super("A recorded date cannot be right");
            this.fields = List.copyOf(fields);
            this.reason = reason;
        }

        public static ImplausibleDate performedTooLongAgo(long days) {
            return new ImplausibleDate(List.of("performedAt"), "must be at most " + days + " days in the past");
        }

        public static ImplausibleDate beforeBirth(List<String> fields) {
            return new ImplausibleDate(fields, "must not be before the birth of the patient");
        }

        public List<String> fields() {
            return fields;
        }

        public String reason() {
            return reason;
        }
    }

    /** The visit, or something it records, lies in the future. */
    public static final class InTheFuture extends ScreeningRefusal {

        private final List<String> fields;

        public InTheFuture(List<String> fields) {
            super("A recorded moment lies in the future");
            this.fields = List.copyOf(fields);
        }

        public List<String> fields() {
            return fields;
        }
    }
}
