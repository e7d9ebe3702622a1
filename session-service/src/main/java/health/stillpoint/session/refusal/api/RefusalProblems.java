package health.stillpoint.session.refusal.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Says what is missing and what was refused as problems; docs/problems.md lists them. */
class RefusalProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(NoSuchRecord missing) {
        return Problem.of(404, "no-such-" + missing.kind(), "Not found").toResponse();
    }

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(Refused refused) {
        Refused.Kind kind = refused.kind();
        return Problem.of(kind.status(), kind.code(), kind.title()).with("unmet", refused.unmet()).toResponse();
    }
}
