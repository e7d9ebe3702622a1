package health.stillpoint.patient.referrals.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.patient.referrals.domain.ReferralRefusal;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of referrals as problems (docs/problems.md). */
class ReferralProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(ReferralRefusal refusal) {
        Problem problem = switch (refusal) {
            case ReferralRefusal.NoSuchReferral _ -> Problems.notFound();
            case ReferralRefusal.ReferenceTaken _ ->
                    Problem.of(409, "reference-taken", "The partner has sent a referral with this reference before")
                            .violations(List.of(new Violation("partnerReference", "body", "is already in use")));
            case ReferralRefusal.StepNotAllowed e -> Problem.of(409, "step-not-allowed", "Step not allowed now")
                    .with("state", e.status());
            case ReferralRefusal.Linked _ -> Problem.of(409, "referral-linked", "The referral is linked to a patient");
            case ReferralRefusal.Forgotten _ ->
                    Problem.of(409, "referral-forgotten", "The referral does not say any more who was referred");
            case ReferralRefusal.PersonDiffers _ ->
                    Problem.of(409, "person-differs", "The patient was born on another day than the person referred");
        };
        return problem.toResponse();
    }
}
