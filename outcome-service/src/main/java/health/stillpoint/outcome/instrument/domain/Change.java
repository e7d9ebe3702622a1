package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.EnumSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * A score compared with the baseline (instruments.yaml, conventions; schedules.md section 3).
 *
 * @param baseline the total compared with
 * @param difference current minus baseline, in points
 * @param improvement points gained, positive when better; absent on neutral instruments
 * @param percent percent change, two decimals; absent when its denominator is 0 or the instrument is neutral
 * @param response whether the response rule is met
 * @param responseAlternatives the same by rules of other authors
 * @param remission whether the remission rule is met, whatever the baseline
 * @param remissionAlternatives the same by rules of other authors
 * @param reliable whether the change exceeds measurement error
 * @param minimalImportantDifferenceMet whether patients would notice the improvement
 * @param recovery a case at baseline and not now
 * @param reliableRecovery recovery and reliable improvement
 * @param statuses the statuses that hold
 */
public record Change(
        ScoredTotal baseline,
        BigDecimal difference,
        Optional<BigDecimal> improvement,
        Optional<BigDecimal> percent,
        Verdict response,
        List<NamedVerdict> responseAlternatives,
        Verdict remission,
        List<NamedVerdict> remissionAlternatives,
        ReliableChange reliable,
        Verdict minimalImportantDifferenceMet,
        Verdict recovery,
        Verdict reliableRecovery,
        Set<OutcomeStatus> statuses) {

    /** The verdict of a rule of other authors. */
    public record NamedVerdict(String name, Verdict verdict) {}

    private static final BigDecimal HUNDRED = BigDecimal.valueOf(100);
    private static final BigDecimal PARTIAL_PERCENT = BigDecimal.valueOf(25);

    /** Compares a score with a baseline; absent when the score has no total. */
    public static Optional<Change> between(Instrument instrument, ScoredTotal baseline, Score current) {
        return current.asScoredTotal().map(now -> between(instrument, current.variant(), baseline, now));
    }

    /** Compares a total with a baseline. */
    public static Change between(Instrument instrument, Variant variant, ScoredTotal baseline, ScoredTotal current) {
        return new Comparison(instrument, baseline, current, variant).change();
    }

    @Override
    public String toString() {
        return "Change" + statuses;
    }

    /** One comparison in the making: the rules and both totals, asked by each step. */
    private record Comparison(
            Direction direction, ScoringRules rules, ScoredTotal baseline, ScoredTotal current, Variant variant) {

        Comparison(Instrument instrument, ScoredTotal baseline, ScoredTotal current, Variant variant) {
            this(instrument.direction(), instrument.scoring(), baseline, current, variant);
        }

        Change change() {
            return new Change(
                    baseline,
                    current.total().subtract(baseline.total()),
                    improvement(),
                    percent(),
                    rules.response().map(this::meets).orElse(Verdict.UNDEFINED),
                    rules.responseAlternatives().stream()
                            .map(other -> new NamedVerdict(other.name(), meets(other.rule())))
                            .toList(),
                    remission(),
                    rules.remission().map(RemissionRule::alternatives).orElse(List.of()).stream()
                            .map(other -> new NamedVerdict(
                                    other.name(), Verdict.of(other.bound().holdsFor(current.total()))))
                            .toList(),
                    reliable(),
                    minimalImportantDifferenceMet(),
                    recovery(),
                    reliableRecovery(),
                    statuses());
        }

        Optional<BigDecimal> improvement() {
            BigDecimal fall = baseline.total().subtract(current.total());
            return switch (direction) {
                case LOWER_BETTER -> Optional.of(fall);
                case HIGHER_BETTER -> Optional.of(fall.negate());
                case NEUTRAL -> Optional.empty();
            };
        }

        /** The most that could be gained from the baseline: down to the lowest total, or up to the highest. */
        BigDecimal room() {
            TotalRule total = rules.total();
            return direction == Direction.HIGHER_BETTER
                    ? BigDecimal.valueOf(total.maximum()).subtract(baseline.total())
                    : baseline.total().subtract(BigDecimal.valueOf(total.minimum()));
        }

        Optional<BigDecimal> percent() {
            return improvement()
                    .filter(_ -> room().signum() != 0)
                    .map(gained -> HUNDRED.multiply(gained).divide(room(), 2, RoundingMode.HALF_UP));
        }

        /** Compares the percent change with a limit without dividing: {@code 100 * gained} with {@code limit * room}. */
        Optional<Integer> percentComparedWith(BigDecimal limit) {
            return improvement()
                    .filter(_ -> room().signum() != 0)
                    .map(gained -> HUNDRED.multiply(gained).compareTo(limit.multiply(room())));
        }

        Verdict meets(ResponseRule rule) {
            return switch (rule) {
                case ResponseRule.ByPercent byPercent when baselineIsBelow(byPercent) -> Verdict.UNDEFINED;
                case ResponseRule.ByPercent byPercent -> percentComparedWith(byPercent.percent())
                        .map(comparison -> Verdict.of(byPercent.strictly() ? comparison > 0 : comparison >= 0))
                        .orElse(Verdict.UNDEFINED);
                case ResponseRule.ByPoints(int points) -> improvesBy(points);
                case ResponseRule.ByTotal(TotalBound bound) -> Verdict.of(bound.holdsFor(current.total()));
            };
        }

        boolean baselineIsBelow(ResponseRule.ByPercent rule) {
            return rule.minimumBaseline().isPresent()
                    && baseline.total().compareTo(BigDecimal.valueOf(rule.minimumBaseline().getAsInt())) < 0;
        }

        Verdict improvesBy(int points) {
            return improvement()
                    .map(gained -> Verdict.of(gained.compareTo(BigDecimal.valueOf(points)) >= 0))
                    .orElse(Verdict.UNDEFINED);
        }

        Verdict remission() {
            return rules.remission()
                    .map(rule -> Verdict.of(rule.forVariant(variant).holdsFor(current.total())))
                    .orElse(Verdict.UNDEFINED);
        }

        ReliableChange reliable() {
            return rules.reliableChange()
                    .flatMap(index -> improvement().map(index::of))
                    .orElse(ReliableChange.NOT_AVAILABLE);
        }

        Verdict minimalImportantDifferenceMet() {
            return rules.minimalImportantDifference().isPresent()
                    ? improvesBy(rules.minimalImportantDifference().getAsInt())
                    : Verdict.UNDEFINED;
        }

        Verdict recovery() {
            if (baseline.caseness() == Verdict.UNDEFINED || current.caseness() == Verdict.UNDEFINED) {
                return Verdict.UNDEFINED;
            }
            return Verdict.of(baseline.caseness().holds() && !current.caseness().holds());
        }

        Verdict reliableRecovery() {
            if (recovery() == Verdict.UNDEFINED || reliable() == ReliableChange.NOT_AVAILABLE) {
                return Verdict.UNDEFINED;
            }
            return Verdict.of(recovery().holds() && reliable() == ReliableChange.RELIABLE_IMPROVEMENT);
        }

        boolean deteriorated() {
            if (rules.reliableChange().isPresent()) {
                return reliable() == ReliableChange.RELIABLE_DETERIORATION;
            }
            if (rules.minimalImportantDifference().isPresent()) {
                BigDecimal worsening = BigDecimal.valueOf(-rules.minimalImportantDifference().getAsInt());
                return improvement().filter(gained -> gained.compareTo(worsening) <= 0).isPresent();
            }
            return percentComparedWith(PARTIAL_PERCENT.negate()).filter(comparison -> comparison <= 0).isPresent();
        }

        /** Partial response lies between 25 % and the response limit, so only a percent limit leaves room for it. */
        boolean partial() {
            return rules.response().orElse(null) instanceof ResponseRule.ByPercent byPercent
                    && percentComparedWith(PARTIAL_PERCENT).filter(comparison -> comparison >= 0).isPresent()
                    && percentComparedWith(byPercent.percent()).filter(comparison -> comparison < 0).isPresent();
        }

        boolean belowPartial() {
            return percentComparedWith(PARTIAL_PERCENT).filter(comparison -> comparison < 0).isPresent();
        }

        Set<OutcomeStatus> statuses() {
            Set<OutcomeStatus> statuses = EnumSet.noneOf(OutcomeStatus.class);
            boolean responded = rules.response().map(this::meets).orElse(Verdict.UNDEFINED).holds();
            boolean deteriorated = deteriorated();
            add(statuses, OutcomeStatus.RESPONSE, responded);
            add(statuses, OutcomeStatus.PARTIAL_RESPONSE, partial());
            add(statuses, OutcomeStatus.NON_RESPONSE, belowPartial() && !responded && !deteriorated);
            add(statuses, OutcomeStatus.REMISSION, remission().holds() && baseline.caseness() != Verdict.NO);
            add(statuses, OutcomeStatus.RELIABLE_IMPROVEMENT, reliable() == ReliableChange.RELIABLE_IMPROVEMENT);
            add(statuses, OutcomeStatus.RELIABLE_DETERIORATION, reliable() == ReliableChange.RELIABLE_DETERIORATION);
            add(statuses, OutcomeStatus.RECOVERY, recovery().holds());
            add(statuses, OutcomeStatus.RELIABLE_RECOVERY, reliableRecovery().holds());
            add(statuses, OutcomeStatus.MCID_MET, minimalImportantDifferenceMet().holds());
            add(statuses, OutcomeStatus.DETERIORATION, deteriorated);
            return statuses;
        }

        private static void add(Set<OutcomeStatus> statuses, OutcomeStatus status, boolean holds) {
            if (holds) {
                statuses.add(status);
            }
        }
    }
}
