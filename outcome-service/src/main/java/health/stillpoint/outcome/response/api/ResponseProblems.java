package health.stillpoint.outcome.response.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.outcome.response.domain.ResponseRefusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the refusals of responses are said; listed in docs/problems.md. */
class ResponseProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(ResponseRefusal refusal) {
        return problem(refusal).toResponse();
    }

    private static Problem problem(ResponseRefusal refusal) {
        return switch (refusal) {
            case ResponseRefusal.NoSuchResponse _ -> Problem.of(404, "no-such-response", "No such response");
            case ResponseRefusal.ClinicianOnly _ -> Problem.of(
                    403, "clinician-only", "A clinician rates this instrument");
            case ResponseRefusal.AnsweredInTheFuture _ -> Problem.of(
                    422, "in-the-future", "A moment lies in the future");
        };
    }
}
