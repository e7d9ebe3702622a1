package health.stillpoint.patient.practitioners.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.patient.practitioners.domain.PractitionerRefusal;
import health.stillpoint.patient.practitioners.domain.Specialty;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of the register of staff as problems (docs/problems.md). */
class PractitionerProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(PractitionerRefusal refusal) {
        Problem problem = switch (refusal) {
            case PractitionerRefusal.NoSuchPractitioner _ -> Problems.notFound();
            case PractitionerRefusal.SubjectTaken _ ->
                    Problem.of(409, "subject-taken", "Another practitioner signs in as this subject")
                            .violations(List.of(new Violation("subjectId", "body", "is already in use")));
            case PractitionerRefusal.NpiTaken _ ->
                    Problem.of(409, "npi-taken", "Another practitioner has this National Provider Identifier")
                            .violations(List.of(new Violation("identifiers", "body", "is already in use")));
            case PractitionerRefusal.NotAPsychiatrist _ -> Problem.of(403, "psychiatrist-required", "Only a psychiatrist may do this")
                    .detail("The clinic must know whoever signs in with this account as a psychiatrist: a clinic-admin adds the "
                            + "specialty " + Specialty.PSYCHIATRY.system() + " " + Specialty.PSYCHIATRY.code()
                            + " to them at /api/v1/practitioners.");
            case PractitionerRefusal.Ended _ ->
                    Problem.of(409, "practitioner-ended", "The practitioner no longer works here");
        };
        return problem.toResponse();
    }
}
