package health.stillpoint.outcome.assessment.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.outcome.assessment.domain.AssessmentRefusal;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the refusals of assessments are said; listed in docs/problems.md. */
class AssessmentProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(AssessmentRefusal refusal) {
        return problem(refusal).toResponse();
    }

    private static Problem problem(AssessmentRefusal refusal) {
        return switch (refusal) {
            case AssessmentRefusal.NoSuchAssessment _ -> Problem.of(404, "no-such-assessment", "No such assessment");
            case AssessmentRefusal.InstrumentNotOffered e -> Problem.of(
                            409, "instrument-not-offered", "The instrument does not belong to this time point")
                    .with("timePoint", e.timePoint())
                    .with("instruments", e.required().stream().map(InstrumentCode::value).toList());
            case AssessmentRefusal.WindowNotOpen e -> Problem.of(409, "window-not-open", "The window has not opened")
                    .with("opensAt", e.opensAt());
            case AssessmentRefusal.WindowClosed e -> Problem.of(409, "window-closed", "The window is over")
                    .detail("An answer given inside the window may still be entered with its answeredAt.")
                    .with("closedAt", e.closedAt());
        };
    }
}
