package health.stillpoint.patient.programme.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.patient.programme.domain.ProgrammeRefusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of the programme as problems (docs/problems.md). */
class ProgrammeProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(ProgrammeRefusal refusal) {
        return switch (refusal) {
            case ProgrammeRefusal.StepNotAllowed e -> Problem.of(409, "step-not-allowed", "Step not allowed now")
                    .with("state", e.state())
                    .toResponse();
            case ProgrammeRefusal.Ended e -> Problem.of(409, "programme-ended", "The programme is stopped or closed")
                    .with("state", e.state())
                    .toResponse();
            case ProgrammeRefusal.GuardUnmet e ->
                    Problem.of(409, "programme-guard-unmet", "Something must be done before this step")
                            .with("unmet", e.unmet())
                            .toResponse();
        };
    }
}
