package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;

/** The rules of the catalogue that are more than a sum, by the code they have there ({@code derived}). */
public enum DerivedRule {

    /** Triage level of the C-SSRS screener. NONE and LOW are never stated while a required item is missing. */
    RISK {
        @Override
        DerivedValue derive(AnswerSheet answers, boolean complete, Map<String, BigDecimal> subscales) {
            SuicideRisk implied = SuicideRisk.impliedBy(answers);
            boolean stated = complete || implied.standsWithMissingItems();
            return new DerivedValue(name(), stated ? implied.name() : null, implied.name());
        }
    },

    /**
     * PCL-5 provisional PTSD: items rated 2 or more, at least one of B and C, two of D and E; undefined when any item
     * is missing (VA National Center for PTSD).
     */
    PROVISIONAL_PTSD {
        @Override
        DerivedValue derive(AnswerSheet answers, boolean complete, Map<String, BigDecimal> subscales) {
            boolean anyMissing = IntStream.rangeClosed(1, answers.count()).anyMatch(answers::isMissing);
            Verdict verdict = anyMissing
                    ? Verdict.UNDEFINED
                    : Verdict.of(endorsed(answers, 1, 5) >= 1
                            && endorsed(answers, 6, 7) >= 1
                            && endorsed(answers, 8, 14) >= 2
                            && endorsed(answers, 15, 20) >= 2);
            return DerivedValue.of(name(), verdict);
        }
    },

    /** MEQ30 complete mystical experience: each of the four factor means at least 3.00, 60 % of the maximum. */
    COMPLETE_MYSTICAL {
        @Override
        DerivedValue derive(AnswerSheet answers, boolean complete, Map<String, BigDecimal> subscales) {
            List<String> factors = List.of("MYSTICAL", "POSITIVE_MOOD", "TRANSCENDENCE", "INEFFABILITY");
            boolean anyLower = factors.stream()
                    .filter(subscales::containsKey)
                    .anyMatch(factor -> subscales.get(factor).compareTo(SIXTY_PERCENT) < 0);
            boolean anyUndefined = !subscales.keySet().containsAll(factors);
            Verdict verdict = anyLower ? Verdict.NO : anyUndefined ? Verdict.UNDEFINED : Verdict.YES;
            return DerivedValue.of(name(), verdict);
        }
    };

    private static final BigDecimal SIXTY_PERCENT = new BigDecimal("3.00");

    abstract DerivedValue derive(AnswerSheet answers, boolean complete, Map<String, BigDecimal> subscales);

    private static long endorsed(AnswerSheet answers, int first, int last) {
        return IntStream.rangeClosed(first, last)
                .mapToObj(answers::given)
                .filter(given -> given.isPresent() && given.getAsInt() >= 2)
                .count();
    }
}
