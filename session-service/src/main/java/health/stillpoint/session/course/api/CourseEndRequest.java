package health.stillpoint.session.course.api;

import health.stillpoint.session.course.Courses;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a course ends although its last dose was not integrated; absent in the ordinary case. */
@Schema(examples = "{\"exception\": \"PATIENT_LOST\"}")
public record CourseEndRequest(Courses.EndException exception) {
}
