package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The result of scoring one answer sheet.
 *
 * @param instrument what was scored
 * @param variant the way of use
 * @param status how complete it is
 * @param total the total; absent when incomplete
 * @param band name of the severity band of the total
 * @param caseness whether the total is a clinical case
 * @param response whether an absolute response rule holds; undefined for rules that compare with a baseline
 * @param remission whether the remission rule holds
 * @param subscales values by subscale; a subscale that cannot be computed has none
 * @param derived conclusions besides the total
 * @param reported further numbers beside the total
 * @param alerts what must be heard, gravest first
 * @param missingItems required items left open
 */
public record Score(
        InstrumentCode instrument,
        Variant variant,
        ScoreStatus status,
        Optional<BigDecimal> total,
        Optional<String> band,
        Verdict caseness,
        Verdict response,
        Verdict remission,
        List<SubscaleScore> subscales,
        List<DerivedValue> derived,
        Map<String, BigDecimal> reported,
        List<ScoreAlert> alerts,
        List<Integer> missingItems) {

    /** The value of a subscale, absent when too many of its items are missing. */
    public record SubscaleScore(String code, Optional<BigDecimal> value, boolean prorated) {}

    /** What a later score is compared with. */
    public Optional<ScoredTotal> asScoredTotal() {
        return total.map(value -> new ScoredTotal(value, status == ScoreStatus.SCORED_PRORATED, caseness));
    }

    @Override
    public String toString() {
        return "Score[instrument=" + instrument + ", status=" + status + "]";
    }
}
