package health.stillpoint.outcome.safetyalert.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.outcome.safetyalert.domain.AlertRefusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** How the refusals of safety alerts are said; listed in docs/problems.md. */
class SafetyAlertProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(AlertRefusal refusal) {
        return problem(refusal).toResponse();
    }

    private static Problem problem(AlertRefusal refusal) {
        return switch (refusal) {
            case AlertRefusal.NoSuchAlert _ -> Problem.of(404, "no-such-safety-alert", "No such safety alert");
            case AlertRefusal.StepNotAllowed e -> Problem.of(409, "step-not-allowed", "Step not allowed now")
                    .with("state", e.state());
            case AlertRefusal.PrescriberOnly _ -> Problem.of(
                    403, "prescriber-only", "A prescriber clears orange and red alerts");
        };
    }
}
