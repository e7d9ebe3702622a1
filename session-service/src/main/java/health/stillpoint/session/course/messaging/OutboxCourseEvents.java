package health.stillpoint.session.course.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.session.course.CourseEvents;
import health.stillpoint.session.course.domain.Course;
import jakarta.enterprise.context.ApplicationScoped;

/** Puts the facts of courses into the outbox. */
@ApplicationScoped
class OutboxCourseEvents implements CourseEvents {

    private final Outbox outbox;

    OutboxCourseEvents(Outbox outbox) {
        this.outbox = outbox;
    }

    @Override
    public void planned(Course course, String primaryDiagnosis) {
        outbox.append(new OutboundEvent(Ids.next(), CoursePlannedV1.TYPE, course.patientId(), course.plannedAt(),
                CoursePlannedV1.of(course, primaryDiagnosis)));
    }

    @Override
    public void ended(Course course, String outcome) {
        outbox.append(new OutboundEvent(Ids.next(), CourseCompletedV1.TYPE, course.patientId(), course.endedAt(),
                CourseCompletedV1.of(course, outcome)));
    }
}
