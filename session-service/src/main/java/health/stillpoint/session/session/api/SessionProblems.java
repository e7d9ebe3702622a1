package health.stillpoint.session.session.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.session.session.domain.DoubleBooked;
import health.stillpoint.session.session.domain.LongerThanHeld;
import health.stillpoint.session.session.domain.StepNotAllowed;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of sessions as problems. */
class SessionProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(DoubleBooked refusal) {
        return Problem.of(409, "double-booked", "Already taken at that time").with("taken", refusal.taken()).toResponse();
    }

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(LongerThanHeld refusal) {
        return Problem.of(422, "longer-than-held", "The signed length exceeds the time since the start")
                .with("durationMinutes", refusal.signed().toMinutes()).with("heldMinutes", refusal.held().toMinutes()).toResponse();
    }

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(StepNotAllowed refusal) {
        return Problem.of(409, "step-not-allowed", "Step not allowed now")
                .with("step", refusal.step()).with("state", refusal.state()).toResponse();
    }
}
