package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeSet;
import java.util.stream.IntStream;

/**
 * Scores every instrument of the catalogue by the same steps (instruments.yaml, conventions.order_of_evaluation):
 * validate, critical items, reverse, missing rule, subscales, total, band, caseness. Change against a baseline is
 * {@link Change}.
 */
public final class ScoringEngine {

    private ScoringEngine() {}

    /**
     * Scores a sheet.
     *
     * @throws AnswersInvalid when an answer lies outside the instrument
     * @throws InstrumentNotScorable when the instrument's scoring is not verified
     */
    public static Score score(Instrument instrument, AnswerSheet written, Variant variant) {
        ScoringRules rules = instrument.scoring();
        AnswerSheet answers = validated(rules, written, variant);
        List<Integer> missing = missingItems(rules, answers);
        List<ScoreAlert> alerts = criticalAlerts(rules, answers, missing);
        List<Score.SubscaleScore> subscales = subscaleScores(rules, answers);
        Map<String, BigDecimal> values = valuesOf(subscales);
        Optional<BigDecimal> total = total(rules, answers, missing, values);
        total.ifPresent(value -> rules.totalAlerts().forEach(alert -> alert.on(value).ifPresent(alerts::add)));
        return new Score(
                instrument.code(),
                variant,
                status(answers, missing, total),
                total,
                total.flatMap(value -> band(rules, variant, value)),
                total.map(value -> caseness(rules, value, answers)).orElse(Verdict.UNDEFINED),
                total.map(value -> absoluteResponse(rules, value)).orElse(Verdict.UNDEFINED),
                total.map(value -> remission(rules, variant, value)).orElse(Verdict.UNDEFINED),
                subscales,
                derived(rules, answers, missing, values),
                reported(rules, answers, total),
                gravestFirst(alerts),
                missing);
    }

    private static AnswerSheet validated(ScoringRules rules, AnswerSheet written, Variant variant) {
        int expected = rules.itemCount();
        if (written.count() != expected) {
            int shorter = Math.min(written.count(), expected);
            int longer = Math.max(written.count(), expected);
            throw new AnswersInvalid(IntStream.rangeClosed(shorter + 1, longer).boxed().toList(), expected);
        }
        AnswerSheet assessed = withoutNotAssessed(rules, written);
        TreeSet<Integer> offending = new TreeSet<>();
        for (int item = 1; item <= expected; item++) {
            if (!isAllowed(rules, item, assessed.to(item))) {
                offending.add(item);
            }
        }
        AnswerSheet answers = rules.branching().completed(assessed, variant);
        rules.branching().notAsked(answers).stream().filter(item -> !answers.isMissing(item)).forEach(offending::add);
        if (!offending.isEmpty()) {
            throw new AnswersInvalid(List.copyOf(offending), expected);
        }
        return answers;
    }

    private static AnswerSheet withoutNotAssessed(ScoringRules rules, AnswerSheet written) {
        if (rules.notAssessedAnswer().isEmpty()) {
            return written;
        }
        int notAssessed = rules.notAssessedAnswer().getAsInt();
        return new AnswerSheet(written.all().stream()
                .map(answer -> answer.equals(Answer.of(notAssessed)) ? Answer.MISSING : answer)
                .toList());
    }

    private static boolean isAllowed(ScoringRules rules, int item, Answer answer) {
        return switch (answer) {
            case Answer.Given(int value) -> rules.items().contains(value);
            case Answer.Missing _ -> true;
            case Answer.NotApplicable _ -> rules.notApplicableItems().contains(item);
            case Answer.Malformed _ -> false;
        };
    }

    private static List<Integer> missingItems(ScoringRules rules, AnswerSheet answers) {
        List<Integer> notAsked = rules.branching().notAsked(answers);
        return IntStream.rangeClosed(1, rules.itemCount())
                .filter(answers::isMissing)
                .filter(item -> !rules.optionalItems().contains(item))
                .filter(item -> !notAsked.contains(item))
                .boxed()
                .toList();
    }

    private static List<ScoreAlert> criticalAlerts(ScoringRules rules, AnswerSheet answers, List<Integer> missing) {
        List<ScoreAlert> alerts = new ArrayList<>();
        rules.criticalItems().forEach(critical -> critical.heardIn(answers).ifPresent(alerts::add));
        if (!rules.riskAlerts().isEmpty()) {
            Optional.ofNullable(rules.riskAlerts().get(SuicideRisk.impliedBy(answers))).ifPresent(alerts::add);
        }
        List<Integer> unheard = missing.stream().filter(rules.safetyItems()::contains).toList();
        if (!unheard.isEmpty()) {
            alerts.add(ScoreAlert.safetyItemMissing(unheard));
        }
        return alerts;
    }

    private static List<Score.SubscaleScore> subscaleScores(ScoringRules rules, AnswerSheet answers) {
        List<Score.SubscaleScore> scores = new ArrayList<>(rules.subscales().size());
        for (Subscale subscale : rules.subscales()) {
            Tally tally = Tally.of(rules, answers, subscale.items());
            int missing = subscale.items().size() - tally.answered();
            Optional<BigDecimal> value = missing <= subscale.maximumMissing() && tally.answered() > 0
                    ? Optional.of(subscale.statistic().of(tally.sum(), subscale.items().size(), tally.answered()))
                    : Optional.empty();
            scores.add(new Score.SubscaleScore(subscale.code(), value, value.isPresent() && missing > 0));
        }
        return scores;
    }

    private static Map<String, BigDecimal> valuesOf(List<Score.SubscaleScore> subscales) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        subscales.forEach(subscale -> subscale.value().ifPresent(value -> values.put(subscale.code(), value)));
        return values;
    }

    private static Optional<BigDecimal> total(
            ScoringRules rules, AnswerSheet answers, List<Integer> missing, Map<String, BigDecimal> subscales) {
        if (!isAllowedToTotal(rules, answers, missing, subscales)) {
            return Optional.empty();
        }
        TotalRule total = rules.total();
        if (!total.fromSubscales().isEmpty()) {
            return total.fromSubscales().stream().map(subscales::get).reduce(BigDecimal::add);
        }
        if (total.statistic() == Statistic.HIGHEST_YES) {
            return Optional.of(BigDecimal.valueOf(highestYes(answers, total.items())));
        }
        Tally tally = Tally.of(rules, answers, total.items());
        return tally.answered() == 0
                ? Optional.empty()
                : Optional.of(total.statistic()
                        .of(tally.sum(), total.items().size(), tally.answered())
                        .multiply(BigDecimal.valueOf(total.multiplier())));
    }

    private static boolean isAllowedToTotal(
            ScoringRules rules, AnswerSheet answers, List<Integer> missing, Map<String, BigDecimal> subscales) {
        if (rules.notApplicablePolicy() == NotApplicablePolicy.NO_TOTAL && hasNotApplicable(answers)) {
            return false;
        }
        boolean parts = subscales.keySet().containsAll(rules.total().fromSubscales());
        return switch (rules.missingRule()) {
            case MissingRule.NoneAllowed _ -> missing.isEmpty();
            case MissingRule.Prorate(int maximum) -> missing.size() <= maximum;
            case MissingRule.ProrateBySubscale _ -> parts;
            case MissingRule.MeanOfAnswered(int maximum) ->
                missing.size() <= maximum && subscales.size() == rules.subscales().size();
        };
    }

    private static int highestYes(AnswerSheet answers, List<Integer> items) {
        return items.stream().filter(item -> answers.says(item, 1)).max(Comparator.naturalOrder()).orElse(0);
    }

    private static ScoreStatus status(AnswerSheet answers, List<Integer> missing, Optional<BigDecimal> total) {
        if (total.isEmpty()) {
            return ScoreStatus.INCOMPLETE;
        }
        return missing.isEmpty() && !hasNotApplicable(answers) ? ScoreStatus.SCORED : ScoreStatus.SCORED_PRORATED;
    }

    private static boolean hasNotApplicable(AnswerSheet answers) {
        return answers.all().stream().anyMatch(Answer.NotApplicable.class::isInstance);
    }

    private static Optional<String> band(ScoringRules rules, Variant variant, BigDecimal total) {
        return rules.bandsFor(variant).stream().filter(band -> band.contains(total)).map(Band::code).findFirst();
    }

    private static Verdict caseness(ScoringRules rules, BigDecimal total, AnswerSheet answers) {
        return rules.caseness().map(rule -> rule.of(total, answers)).orElse(Verdict.UNDEFINED);
    }

    private static Verdict absoluteResponse(ScoringRules rules, BigDecimal total) {
        return rules.response().orElse(null) instanceof ResponseRule.ByTotal(TotalBound bound)
                ? Verdict.of(bound.holdsFor(total))
                : Verdict.UNDEFINED;
    }

    private static Verdict remission(ScoringRules rules, Variant variant, BigDecimal total) {
        return rules.remission()
                .map(rule -> Verdict.of(rule.forVariant(variant).holdsFor(total)))
                .orElse(Verdict.UNDEFINED);
    }

    private static List<DerivedValue> derived(
            ScoringRules rules, AnswerSheet answers, List<Integer> missing, Map<String, BigDecimal> subscales) {
        return rules.derived().stream().map(rule -> rule.derive(answers, missing.isEmpty(), subscales)).toList();
    }

    private static Map<String, BigDecimal> reported(
            ScoringRules rules, AnswerSheet answers, Optional<BigDecimal> total) {
        Map<String, BigDecimal> values = new LinkedHashMap<>();
        rules.reported().forEach(index -> index.of(total, answers).ifPresent(value -> values.put(index.code(), value)));
        return values;
    }

    private static List<ScoreAlert> gravestFirst(List<ScoreAlert> alerts) {
        return alerts.stream().sorted(Comparator.comparing(ScoreAlert::severity).reversed()).toList();
    }

    /** Sum and count of the answered items of a list, reversed items read from the other end. */
    private record Tally(long sum, int answered) {

        static Tally of(ScoringRules rules, AnswerSheet answers, List<Integer> items) {
            long sum = 0;
            int answered = 0;
            for (int item : items) {
                if (answers.to(item) instanceof Answer.Given(int value)) {
                    sum += rules.reverseItems().contains(item) ? rules.items().reversed(value) : value;
                    answered++;
                }
            }
            return new Tally(sum, answered);
        }
    }
}
