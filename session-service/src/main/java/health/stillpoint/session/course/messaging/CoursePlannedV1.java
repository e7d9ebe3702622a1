package health.stillpoint.session.course.messaging;

import health.stillpoint.session.course.domain.Course;
import java.time.Instant;
import java.util.UUID;

/** Wire form of {@code session.course-planned.v1}. */
public record CoursePlannedV1(UUID patientId, UUID courseId, String courseType, int plannedDoses, String route, String primaryDiagnosis,
        Instant plannedAt) {

    public static final String TYPE = "session.course-planned.v1";

    public static CoursePlannedV1 of(Course course, String primaryDiagnosis) {
        return new CoursePlannedV1(course.patientId(), course.id(), course.type().name(), course.plannedDoses(),
                course.route().name(), primaryDiagnosis, course.plannedAt());
    }
}
