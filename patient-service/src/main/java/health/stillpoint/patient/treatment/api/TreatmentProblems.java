package health.stillpoint.patient.treatment.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.patient.treatment.domain.TreatmentRefusal;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of earlier treatments as problems (docs/problems.md). */
class TreatmentProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(TreatmentRefusal refusal) {
        Problem problem = switch (refusal) {
            case TreatmentRefusal.ClassContradicted _ ->
                    Problem.of(422, "class-contradicted", "The drug does not belong to this class")
                            .violations(List.of(new Violation("class", "body", "is not the class of this drug")));
            case TreatmentRefusal.NoSuchTreatment _ -> Problems.notFound();
            case TreatmentRefusal.Withdrawn _ -> Problem.of(409, "treatment-withdrawn", "The treatment was entered in error");
            case TreatmentRefusal.BeforeBirth _ -> Problem.of(422, "implausible-date", "A recorded date cannot be right")
                    .violations(List.of(new Violation("weeksAtAdequateDose", "body",
                            "must not reach back before the birth of the patient")));
        };
        return problem.toResponse();
    }
}
