package health.stillpoint.patient.merge.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.patient.merge.domain.MergeRefused;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of a merge as problems (docs/problems.md). */
class MergeProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(MergeRefused refused) {
        return Problem.of(409, "merge-refused", "The records cannot be merged").with("reasons", refused.reasons()).toResponse();
    }
}
