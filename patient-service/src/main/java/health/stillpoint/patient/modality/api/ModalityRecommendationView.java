package health.stillpoint.patient.modality.api;

import health.stillpoint.patient.intake.domain.IntakeContent.TriggerCategory;
import health.stillpoint.patient.modality.Modalities;
import health.stillpoint.patient.modality.domain.Modality;
import health.stillpoint.patient.modality.domain.Recommendation;
import health.stillpoint.patient.modality.domain.Suggestion;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/**
 * What is recommended now.
 *
 * @param recommended asked for and not blocked, the best first
 * @param blocked asked for and forbidden now, with why
 * @param notAskedFor nothing asks for them; {@code blocks} hold for them too
 * @param confirmation what a therapist last chose; null = nothing yet
 */
public record ModalityRecommendationView(
        UUID patientId,
        Instant evaluatedAt,
        List<SuggestionView> recommended,
        List<SuggestionView> blocked,
        List<SuggestionView> notAskedFor,
        ModalityConfirmationView confirmation) {

    /**
     * One modality.
     *
     * @param active among those to work with at the same time
     * @param targets kinds of situations for exposure, without those that are to be kept
     */
    public record SuggestionView(
            Modality modality,
            int score,
            boolean active,
            List<Suggestion.Reason> reasons,
            List<Suggestion.Block> blocks,
            List<Suggestion.Caution> cautions,
            List<TriggerCategory> targets) {

        static SuggestionView of(Suggestion suggestion, List<Modality> active) {
            return new SuggestionView(suggestion.modality(), suggestion.score(), active.contains(suggestion.modality()),
                    suggestion.reasons(), suggestion.blocks(), suggestion.cautions(),
                    suggestion.targets().stream().sorted().toList());
        }

        @Override
        public String toString() {
            return "SuggestionView[" + modality + "]";
        }
    }

    static ModalityRecommendationView of(UUID patientId, Modalities.Present present) {
        Recommendation now = present.recommendation();
        List<Suggestion> all = now.suggestions();
        return new ModalityRecommendationView(patientId, present.at(),
                views(all.stream().filter(s -> s.hasReasons() && !s.hasBlocks()).toList(), present.active()),
                views(all.stream().filter(s -> s.hasReasons() && s.hasBlocks()).toList(), present.active()),
                views(all.stream().filter(s -> !s.hasReasons()).toList(), present.active()),
                present.confirmation().map(c -> ModalityConfirmationView.of(c, c.isStale(now))).orElse(null));
    }

    private static List<SuggestionView> views(List<Suggestion> suggestions, List<Modality> active) {
        return suggestions.stream().map(suggestion -> SuggestionView.of(suggestion, active)).toList();
    }

    @Override
    public String toString() {
        return "ModalityRecommendationView[withheld]";
    }
}
