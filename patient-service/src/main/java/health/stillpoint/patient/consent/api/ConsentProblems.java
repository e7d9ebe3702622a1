package health.stillpoint.patient.consent.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import health.stillpoint.kit.problem.Violation;
import health.stillpoint.patient.consent.domain.ConsentRefusal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of consent as problems (docs/problems.md). */
class ConsentProblems {

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(ConsentRefusal refusal) {
        return problem(refusal).toResponse();
    }

    private static Problem problem(ConsentRefusal refusal) {
        return switch (refusal) {
            case ConsentRefusal.Several several -> problem(several.reasons().getFirst())
                    .with("reasons", several.reasons().stream().map(ConsentProblems::reason).toList());
            case ConsentRefusal.NoSuchConsent _ -> Problems.notFound();
            case ConsentRefusal.CandidacyRequired _ ->
                    Problem.of(409, "candidacy-required", "Consent to treatment follows an accepted candidacy");
            case ConsentRefusal.ExpectationConversationRequired _ -> Problem.of(409, "expectation-conversation-required",
                    "The expectation of a cure must be spoken about first");
            case ConsentRefusal.SignerNotPatient _ -> Problem.of(422, "signer-not-patient", "The person signs themselves, or nobody does")
                    .detail("Whoever has capacity signs themselves. A legal representative may stand by as witness, with that role.")
                    .violations(List.of(new Violation("signer.kind", "body", "must be PATIENT")));
            case ConsentRefusal.CapacityLacking _ ->
                    Problem.of(409, "capacity-lacking", "The latest screening found that the person cannot consent");
            case ConsentRefusal.NotRecovered _ ->
                    Problem.of(409, "not-recovered", "No recovery from the last dose is known");
            case ConsentRefusal.DosesUnheard _ ->
                    Problem.of(409, "doses-unheard", "What is known of this person's doses is too old");
            case ConsentRefusal.TooSoonAfterDose e -> Problem.of(409, "too-soon-after-dose", "Too soon after a dose to sign")
                    .with("notBefore", e.notBefore());
            case ConsentRefusal.Incomplete e -> Problem.of(422, "consent-incomplete", "Required elements are missing")
                    .with("missing", e.missing());
            case ConsentRefusal.RecipientsNotAllowed _ ->
                    Problem.of(422, "recipients-not-allowed", "Only consent to partner sharing names recipients");
            case ConsentRefusal.NoSuchPartner e -> Problem.of(422, "no-such-partner", "A recipient is no partner of this clinic")
                    .with("unknown", e.unknown());
            case ConsentRefusal.TemplateNotCurrent e ->
                    Problem.of(422, "template-not-current", "Not the current consent text").with("current", e.current());
            case ConsentRefusal.LanguageNotOffered e -> Problem.of(422, "language-not-offered", "The consent text does not exist in this language")
                    .with("offered", e.offered());
            case ConsentRefusal.NotActive _ -> Problem.of(409, "consent-not-active", "The consent is not active");
        };
    }

    /** One of several reasons: its own code, title and members. */
    private static Map<String, Object> reason(ConsentRefusal refusal) {
        Problem problem = problem(refusal);
        Map<String, Object> reason = new LinkedHashMap<>();
        reason.put("code", problem.getCode());
        reason.put("title", problem.getTitle());
        if (!problem.getViolations().isEmpty()) {
            reason.put("violations", problem.getViolations());
        }
        reason.putAll(problem.getExtensions());
        return reason;
    }
}
