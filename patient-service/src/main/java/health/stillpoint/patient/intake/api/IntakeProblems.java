package health.stillpoint.patient.intake.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.patient.intake.domain.IntakeRefusal;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of the intake as problems (docs/problems.md). */
class IntakeProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(IntakeRefusal refusal) {
        Problem problem = switch (refusal) {
            case IntakeRefusal.NoSuchIntake _ -> Problems.notFound();
            case IntakeRefusal.Signed _ -> Problem.of(409, "intake-signed", "A signed intake is never changed")
                    .detail("Record a correction as a new version.");
            case IntakeRefusal.DraftOpen _ -> Problem.of(409, "intake-draft-open", "A draft of the next version is open");
            case IntakeRefusal.Incomplete e -> Problem.of(409, "intake-incomplete", "Mandatory parts of the intake are missing")
                    .with("missing", e.missing());
            case IntakeRefusal.Contradictory e -> Problem.of(409, "intake-contradictory", "Parts of the intake cannot be as they are said")
                    .with("parts", e.parts());
        };
        return problem.toResponse();
    }
}
