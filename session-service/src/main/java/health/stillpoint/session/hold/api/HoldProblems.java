package health.stillpoint.session.hold.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.session.hold.domain.SourceUnresolved;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of holds as problems. */
class HoldProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(SourceUnresolved refusal) {
        return Problem.of(409, "hold-source-unresolved", "A safety alert behind the hold is not resolved")
                .with("alerts", refusal.alerts()).toResponse();
    }
}
