package health.stillpoint.session.course.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.session.course.domain.Course;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of courses as problems. */
class CourseProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(Course.PlannedDosesOutOfRange refusal) {
        return Problem.of(422, "planned-doses-out-of-range", "The course type has another number of doses")
                .with("fewestDoses", refusal.template().fewestDoses())
                .with("mostDoses", refusal.template().mostDoses()).toResponse();
    }
}
