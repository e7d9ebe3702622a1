package health.stillpoint.patient.patients.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of the register as problems (docs/problems.md). */
class PatientProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(PatientRefusal refusal) {
        Problem problem = switch (refusal) {
            case PatientRefusal.NoSuchPatient _ -> Problems.notFound();
            case PatientRefusal.Minor _ -> Problem.of(422, "patient-minor", "The programme treats adults only")
                    .violations(List.of(new Violation("birthDate", "body", "must be 18 years or more in the past")));
            case PatientRefusal.IdentifierTaken _ -> Problem.of(409, "identifier-taken",
                            "An identifier already belongs to another patient")
                    .violations(List.of(new Violation("identifiers", "body", "is already in use")));
        };
        return problem.toResponse();
    }
}
