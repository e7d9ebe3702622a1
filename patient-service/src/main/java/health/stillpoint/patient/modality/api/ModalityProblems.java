package health.stillpoint.patient.modality.api;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.patient.modality.domain.ModalityRefusal;
import health.stillpoint.patient.modality.domain.Suggestion;
import java.util.List;
import org.jboss.resteasy.reactive.RestResponse;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Refusals of the modality recommendation as problems (docs/problems.md). */
class ModalityProblems {

    /** A modality and what forbids it. */
    public record BlockedView(String modality, List<Suggestion.Block> blocks) { }

    @ServerExceptionMapper
    RestResponse<Problem> toProblem(ModalityRefusal refusal) {
        Problem problem = switch (refusal) {
            case ModalityRefusal.IntakeRequired _ -> Problem.of(409, "intake-required", "A signed intake is needed first");
            case ModalityRefusal.TooMany e -> Problem.of(422, "too-many-modalities", "Too many modalities at a time, or one twice")
                    .with("atMost", e.atMost());
            case ModalityRefusal.Blocked e -> Problem.of(409, "modality-blocked", "A chosen modality is blocked")
                    .with("blocked", e.blocked().stream()
                            .map(suggestion -> new BlockedView(suggestion.modality().name(), suggestion.blocks()))
                            .toList());
            case ModalityRefusal.ReasonRequired _ ->
                    Problem.of(422, "reason-required", "A change of the recommendation needs its reason");
        };
        return problem.toResponse();
    }
}
