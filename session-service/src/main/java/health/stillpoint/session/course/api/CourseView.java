package health.stillpoint.session.course.api;

import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseState;
import health.stillpoint.session.course.domain.CourseTemplate;
import health.stillpoint.session.course.domain.CourseType;
import health.stillpoint.session.course.domain.Route;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course and the limits of its template. */
public record CourseView(UUID id, long version, UUID patientId, CourseType type, Route route, int plannedDoses, int dosesGiven,
        String goal, CourseState state,
        @Schema(description = "ISO 8601 duration from the end of one dose to the start of the next", examples = "PT120H") String minimumGap,
        int mostInSevenDays, int mostInTwentyEightDays,
        @Schema(description = "ISO 8601 duration after a dose at which integration is due", examples = "PT72H") String integrationDue,
        Instant plannedAt, UUID plannedBy, Instant endedAt, String endReason) {

    static CourseView of(Course course, CourseTemplate template) {
        return new CourseView(course.id(), course.version(), course.patientId(), course.type(), course.route(), course.plannedDoses(),
                course.dosesGiven(), course.goal(), course.state(), template.minimumGap().toString(), template.mostInSevenDays(),
                template.mostInTwentyEightDays(), template.integrationDue().toString(), course.plannedAt(), course.plannedBy(),
                course.endedAt(), course.endReason());
    }

    @Override
    public String toString() {
        return "CourseView[" + id + "]";
    }
}
