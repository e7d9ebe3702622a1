package health.stillpoint.patient.candidacy.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.patient.candidacy.domain.CandidacyRefusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of the candidacy review as problems (docs/problems.md). */
class CandidacyProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(CandidacyRefusal refusal) {
        Problem problem = switch (refusal) {
            case CandidacyRefusal.NoSuchDecision _ -> Problems.notFound();
            case CandidacyRefusal.NotReady e -> Problem.of(409, "candidacy-not-ready", "The case cannot be decided yet")
                    .with("missing", e.missing()).with("unanswered", e.open());
            case CandidacyRefusal.Overtaken e -> Problem.of(409, "decision-overtaken", "The rules propose something else now: decide anew")
                    .with("reasons", e.reasons());
            case CandidacyRefusal.SameReader _ ->
                    Problem.of(409, "same-reader", "The second reader must be another physician");
            case CandidacyRefusal.NotAwaitingReader _ ->
                    Problem.of(409, "not-awaiting-reader", "The decision does not wait for a second reader");
        };
        return problem.toResponse();
    }
}
