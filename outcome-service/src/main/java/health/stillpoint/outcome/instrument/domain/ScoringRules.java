package health.stillpoint.outcome.instrument.domain;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/**
 * Everything the engine needs to score one instrument; facts and sources are in the catalogue file.
 *
 * @param itemCount number of items; the answer sheet must have exactly as many
 * @param items the scale every item is answered on
 * @param reverseItems items read from the other end of the scale before any sum
 * @param optionalItems items whose absence does not matter to the total
 * @param notApplicableItems items that may be answered "NA"
 * @param notApplicablePolicy what an "NA" does to the total
 * @param notAssessedAnswer an answer that means "not assessed" and counts as missing (CGI-S: 0)
 * @param branching which questions depend on others
 * @param variants ways of use; the first is the default
 * @param subscales parts scored on their own
 * @param total what the total is made of
 * @param missingRule how many answers may be missing
 * @param bands severity bands by variant
 * @param caseness when a total is a clinical case
 * @param reliableChange limit of reliable change
 * @param minimalImportantDifference smallest improvement patients notice, in points (MCID)
 * @param response when a patient counts as a responder
 * @param responseAlternatives rules of other authors
 * @param remission when the symptoms count as gone
 * @param criticalItems answers that must be heard
 * @param totalAlerts alerts on the total
 * @param riskAlerts alerts by triage level (C-SSRS screener)
 * @param derived conclusions besides the total
 * @param reported further numbers beside the total
 */
public record ScoringRules(
        int itemCount,
        ItemScale items,
        Set<Integer> reverseItems,
        Set<Integer> optionalItems,
        Set<Integer> notApplicableItems,
        NotApplicablePolicy notApplicablePolicy,
        OptionalInt notAssessedAnswer,
        Branching branching,
        List<Variant> variants,
        List<Subscale> subscales,
        TotalRule total,
        MissingRule missingRule,
        Map<Variant, List<Band>> bands,
        Optional<Caseness> caseness,
        Optional<ReliableChangeIndex> reliableChange,
        OptionalInt minimalImportantDifference,
        Optional<ResponseRule> response,
        List<ResponseRule.Alternative> responseAlternatives,
        Optional<RemissionRule> remission,
        List<CriticalItem> criticalItems,
        List<TotalAlert> totalAlerts,
        Map<SuicideRisk, ScoreAlert> riskAlerts,
        List<DerivedRule> derived,
        List<ReportedIndex> reported) {

    /** The variant used when none is named. */
    public Variant defaultVariant() {
        return variants.getFirst();
    }

    /** Tells whether the instrument can be used this way. */
    public boolean hasVariant(Variant variant) {
        return variants.contains(variant);
    }

    /** Items whose absence is itself an alert, ascending. */
    public List<Integer> safetyItems() {
        return riskAlerts.isEmpty()
                ? criticalItems.stream().map(CriticalItem::item).distinct().sorted().toList()
                : IntStream.rangeClosed(1, itemCount).boxed().toList();
    }

    /** The severity bands for a way of use; empty when the instrument has none. */
    public List<Band> bandsFor(Variant variant) {
        return bands.getOrDefault(variant, bands.getOrDefault(defaultVariant(), List.of()));
    }
}
