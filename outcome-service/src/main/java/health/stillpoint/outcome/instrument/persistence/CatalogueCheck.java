package health.stillpoint.outcome.instrument.persistence;

import health.stillpoint.outcome.instrument.domain.Band;
import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.ReliableChangeIndex;
import health.stillpoint.outcome.instrument.domain.ScoringRules;
import health.stillpoint.outcome.instrument.domain.Statistic;
import health.stillpoint.outcome.instrument.domain.Subscale;
import java.math.BigDecimal;
import java.math.RoundingMode;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;

/** What must hold for every instrument before any answer is scored with it. */
final class CatalogueCheck {

    private final Instrument instrument;
    private final ScoringRules rules;

    private CatalogueCheck(Instrument instrument, ScoringRules rules) {
        this.instrument = instrument;
        this.rules = rules;
    }

    static void of(Instrument instrument) {
        instrument.rules().ifPresent(rules -> new CatalogueCheck(instrument, rules).run());
    }

    private void run() {
        check(rules.itemCount() > 0, "has no items");
        itemNumbers().forEach(item -> check(1 <= item && item <= rules.itemCount(), "names an item it has not"));
        rules.total().fromSubscales().forEach(code -> check(
                rules.subscales().stream().anyMatch(subscale -> subscale.code().equals(code)),
                "totals a subscale it has not"));
        rules.variants().forEach(variant -> bandsCoverTheTotalOnce(rules.bandsFor(variant)));
        rules.subscales().forEach(this::subscaleRange);
        totalRange();
        rules.reliableChange().ifPresent(this::reliableChange);
    }

    private Stream<Integer> itemNumbers() {
        return Stream.of(
                        rules.reverseItems().stream(),
                        rules.optionalItems().stream(),
                        rules.notApplicableItems().stream(),
                        rules.total().items().stream(),
                        rules.criticalItems().stream().map(critical -> critical.item()),
                        rules.subscales().stream().flatMap(subscale -> subscale.items().stream()))
                .flatMap(numbers -> numbers);
    }

    private void bandsCoverTheTotalOnce(List<Band> bands) {
        int next = rules.total().minimum();
        for (Band band : bands.stream().sorted(Comparator.comparingInt(Band::from)).toList()) {
            check(band.from() == next, "has bands with a gap or an overlap");
            next = band.to() + 1;
        }
        check(bands.isEmpty() || next == rules.total().maximum() + 1, "has bands that end before the total does");
    }

    private void subscaleRange(Subscale subscale) {
        int items = subscale.statistic() == Statistic.MEAN ? 1 : subscale.items().size();
        check(subscale.minimum() == items * rules.items().minimum(), "has a subscale that starts elsewhere");
        check(subscale.maximum() == items * rules.items().maximum(), "has a subscale that ends elsewhere");
    }

    private void totalRange() {
        if (rules.total().statistic() != Statistic.SUM) {
            return;
        }
        int items = rules.total().items().size() * rules.total().multiplier();
        check(rules.total().minimum() == items * rules.items().minimum(), "has a total that starts elsewhere");
        check(rules.total().maximum() == items * rules.items().maximum(), "has a total that ends elsewhere");
    }

    private void reliableChange(ReliableChangeIndex index) {
        if (!index.published()) {
            BigDecimal limit = index.limitInPoints()
                    .orElseThrow(() -> new CatalogueFault(instrument.code().value(), "lacks SD or reliability"));
            int smallestAbove = limit.setScale(0, RoundingMode.FLOOR).intValueExact() + 1;
            check(index.minimumPoints() == smallestAbove, "has another reliable change than its SD and r give");
        }
    }

    private void check(boolean holds, String fault) {
        if (!holds) {
            throw new CatalogueFault(instrument.code().value(), fault);
        }
    }
}
