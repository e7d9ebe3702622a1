package health.stillpoint.patient.erasure.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.patient.erasure.domain.ErasureRefused;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of an erasure as problems (docs/problems.md). */
class ErasureProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(ErasureRefused refused) {
        return Problem.of(409, "erasure-refused", "The identity cannot be removed now").with("reasons", refused.reasons())
                .toResponse();
    }
}
