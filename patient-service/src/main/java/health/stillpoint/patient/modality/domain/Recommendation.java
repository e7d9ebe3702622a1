package health.stillpoint.patient.modality.domain;

import java.util.Comparator;
import java.util.List;

/** Every modality, asked: first what is asked for, by score and then in the order that breaks ties. */
public record Recommendation(List<Suggestion> suggestions) {

    private static final Comparator<Suggestion> BEST_FIRST = Comparator
            .comparingInt(Suggestion::score).reversed()
            .thenComparing(Suggestion::modality);

    public Recommendation {
        suggestions = suggestions.stream().sorted(BEST_FIRST).toList();
    }

    /** Asked for and not blocked, the best first. */
    public List<Modality> order() {
        return suggestions.stream()
                .filter(suggestion -> suggestion.hasReasons() && !suggestion.hasBlocks())
                .map(Suggestion::modality)
                .toList();
    }

    /** What to work with at the same time. */
    public List<Modality> active(int atMost) {
        return order().stream().limit(atMost).toList();
    }

    public Suggestion of(Modality modality) {
        return suggestions.stream().filter(s -> s.modality() == modality).findFirst().orElseThrow();
    }
}
