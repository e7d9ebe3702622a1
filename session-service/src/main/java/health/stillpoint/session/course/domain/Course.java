package health.stillpoint.session.course.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A planned series of doses for one patient, each followed by integration.
 *
 * @param plannedDoses whole doses, inside the template's range
 * @param goal the patient's own words; personal, never in an event or a log
 */
public record Course(UUID id, UUID patientId, CourseType type, int plannedDoses, Route route, String goal,
        CourseState state, int dosesGiven, Instant plannedAt, UUID plannedBy, Instant endedAt, String endReason,
        long version) {

    /** A new course; throws when the number of doses lies outside the template. */
    public static Course plan(UUID id, UUID patientId, CourseTemplate template, Integer plannedDoses, Route route, String goal,
            UUID plannedBy, Instant at) {
        int doses = plannedDoses == null ? template.plannedDoses() : plannedDoses;
        if (!template.allows(doses)) {
            throw new PlannedDosesOutOfRange(template);
        }
        return new Course(id, patientId, template.type(), doses, route, goal, CourseState.PLANNED, 0, at, plannedBy, null, null, 0);
    }

    public boolean open() {
        return state.open();
    }

    public boolean hasDosesLeft() {
        return dosesGiven < plannedDoses;
    }

    /** The course after one more dose was given. */
    public Course doseGiven() {
        return new Course(id, patientId, type, plannedDoses, route, goal, CourseState.ACTIVE, dosesGiven + 1, plannedAt,
                plannedBy, endedAt, endReason, version);
    }

    /** The course ended, in the given terminal state. */
    public Course end(CourseState terminal, String reason, Instant at) {
        if (!open() || terminal.open()) {
            throw new IllegalStateException("course is " + state + ", cannot become " + terminal);
        }
        return new Course(id, patientId, type, plannedDoses, route, goal, terminal, dosesGiven, plannedAt, plannedBy, at,
                reason, version);
    }

    @Override
    public String toString() {
        return "Course[" + id + ", " + type + ", " + state + "]";
    }

    /** The number of doses asked for is not one this type of course has. */
    public static final class PlannedDosesOutOfRange extends RuntimeException {
        private final transient CourseTemplate template;

        PlannedDosesOutOfRange(CourseTemplate template) {
            super("planned doses outside the range of the course type");
            this.template = template;
        }

        public CourseTemplate template() {
            return template;
        }
    }
}
