package health.stillpoint.patient.search.domain;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a name is looked for: by the patients that bear a word like its rarest one, of whom those stay that bear the others too.
 *
 * @param first words for the rarest word of the text, with their likeness
 * @param others the same for each further word
 */
public record NamePlan(Map<String, Double> first, List<Map<String, Double>> others) {

    /**
     * Bearers after which, of several words, no less similar one is looked at any more: who is called exactly what was typed is
     * never cut off, and a search stays quick however common the name is.
     */
    public static final int ENOUGH_BEARERS = 5_000;

    /** Bearers of one word are counted no further: of two names commoner than this, it matters little which is followed. */
    public static final int COUNTED_BEARERS = 20_000;

    public NamePlan {
        others = List.copyOf(others);
    }

    /** The plan for a text of so many words; empty when one of them is like no word of the clinic's names. */
    public static Optional<NamePlan> of(int tokens, List<NameCandidate> candidates) {
        List<Choice> choices = new ArrayList<>();
        for (int token = 1; token <= tokens; token++) {
            int wanted = token;
            choices.add(Choice.of(candidates.stream().filter(candidate -> candidate.token() == wanted).toList()));
        }
        if (choices.isEmpty() || choices.stream().anyMatch(choice -> choice.words().isEmpty())) {
            return Optional.empty();
        }
        Choice rarest = choices.stream().min(Comparator.comparingInt(Choice::bearers)).orElseThrow();
        return Optional.of(new NamePlan(rarest.words(),
                choices.stream().filter(choice -> choice != rarest).map(Choice::words).toList()));
    }

    /** The best words for one word of the text, until enough patients bear them. */
    private record Choice(Map<String, Double> words, int bearers) {

        static Choice of(List<NameCandidate> candidates) {
            Map<String, Double> words = new LinkedHashMap<>();
            int bearers = 0;
            for (NameCandidate candidate : candidates.stream()
                    .sorted(Comparator.comparingDouble(NameCandidate::score).reversed().thenComparing(NameCandidate::word))
                    .toList()) {
                if (bearers >= ENOUGH_BEARERS) {
                    break;
                }
                words.put(candidate.word(), candidate.score());
                bearers += candidate.bearers();
            }
            return new Choice(words, bearers);
        }
    }

    @Override
    public String toString() {
        return "NamePlan[withheld]";
    }
}
