package health.stillpoint.session.course.messaging;

import health.stillpoint.session.course.domain.Course;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.course-completed.v1}. */
public record CourseCompletedV1(UUID patientId, UUID courseId, String outcome, Instant completedAt) {

    public static final String TYPE = "session.course-completed.v1";

    public static CourseCompletedV1 of(Course course, String outcome) {
        return new CourseCompletedV1(course.patientId(), course.id(), outcome, course.endedAt());
    }
}
