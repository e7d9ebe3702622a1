package health.stillpoint.outcome.instrument.persistence;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.outcome.instrument.domain.AlertSeverity;
import health.stillpoint.outcome.instrument.domain.Band;
import health.stillpoint.outcome.instrument.domain.Branching;
import health.stillpoint.outcome.instrument.domain.Caseness;
import health.stillpoint.outcome.instrument.domain.CriticalItem;
import health.stillpoint.outcome.instrument.domain.DerivedRule;
import health.stillpoint.outcome.instrument.domain.Direction;
import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.ItemScale;
import health.stillpoint.outcome.instrument.domain.Licence;
import health.stillpoint.outcome.instrument.domain.MissingRule;
import health.stillpoint.outcome.instrument.domain.NotApplicablePolicy;
import health.stillpoint.outcome.instrument.domain.ReliableChangeIndex;
import health.stillpoint.outcome.instrument.domain.RemissionRule;
import health.stillpoint.outcome.instrument.domain.ReportedIndex;
import health.stillpoint.outcome.instrument.domain.Respondent;
import health.stillpoint.outcome.instrument.domain.ResponseRule;
import health.stillpoint.outcome.instrument.domain.ScoreAlert;
import health.stillpoint.outcome.instrument.domain.ScoringRules;
import health.stillpoint.outcome.instrument.domain.Statistic;
import health.stillpoint.outcome.instrument.domain.Subscale;
import health.stillpoint.outcome.instrument.domain.SuicideRisk;
import health.stillpoint.outcome.instrument.domain.TotalAlert;
import health.stillpoint.outcome.instrument.domain.TotalBound;
import health.stillpoint.outcome.instrument.domain.TotalRule;
import health.stillpoint.outcome.instrument.domain.Variant;
import java.util.EnumMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.stream.IntStream;

/** Turns a catalogue entry into an instrument; a rule it does not know stops the service from starting. */
final class EntryReader {

    private final CatalogueEntry entry;
    private final Map<String, String> citations;

    EntryReader(CatalogueEntry entry, Map<String, String> citations) {
        this.entry = entry;
        this.citations = citations;
    }

    Instrument instrument() {
        return new Instrument(
                new InstrumentCode(entry.code()),
                entry.name(),
                entry.measures(),
                Optional.ofNullable(entry.recallPeriod()),
                constant(Respondent.class, entry.respondent()),
                constant(Direction.class, entry.direction()),
                Boolean.FALSE.equals(entry.enabled()) ? Optional.empty() : Optional.of(rules()),
                loinc(),
                new Licence(
                        entry.licence().status(),
                        entry.licence().itemsMayBeShipped(),
                        Optional.ofNullable(entry.licence().note())),
                Optional.ofNullable(entry.note()),
                entry.sources().stream().map(this::citation).toList());
    }

    private String citation(String source) {
        return Optional.ofNullable(citations.get(source))
                .orElseThrow(() -> new CatalogueFault(entry.code(), "names the unknown source " + source));
    }

    private Map<String, String> loinc() {
        Map<String, String> codes = new LinkedHashMap<>();
        if (entry.loinc() != null) {
            entry.loinc().properties().forEach(property -> addLoinc(codes, property.getKey(), property.getValue()));
            codes.remove("evidence");
        }
        return codes;
    }

    private static void addLoinc(Map<String, String> codes, String role, JsonNode value) {
        if (value.isTextual()) {
            codes.put(role, value.textValue());
        }
        value.properties().forEach(item -> codes.put("item" + item.getKey(), item.getValue().textValue()));
    }

    private ScoringRules rules() {
        List<Variant> variants = variants();
        return new ScoringRules(
                entry.itemCount(),
                new ItemScale(entry.item().min(), entry.item().max()),
                Set.copyOf(orEmpty(entry.reverseItems())),
                Set.copyOf(orEmpty(entry.optionalItems())),
                Set.copyOf(orEmpty(entry.naAllowedItems())),
                entry.naPolicy() == null
                        ? NotApplicablePolicy.NO_TOTAL
                        : constant(NotApplicablePolicy.class, entry.naPolicy()),
                notAssessed(),
                entry.branchingRule() == null ? Branching.NONE : constant(Branching.class, entry.branchingRule()),
                variants,
                orEmpty(entry.subscales()).stream().map(this::subscale).toList(),
                total(),
                missingRule(),
                bandsByVariant(variants),
                Optional.ofNullable(entry.caseness()).map(this::caseness),
                Optional.ofNullable(entry.rci()).map(EntryReader::reliableChange),
                entry.mcid() == null ? OptionalInt.empty() : OptionalInt.of(entry.mcid().points()),
                Optional.ofNullable(entry.response()).map(this::response),
                responseAlternatives(),
                Optional.ofNullable(entry.remission()).map(this::remission),
                orEmpty(entry.criticalItems()).stream().map(this::criticalItem).toList(),
                orEmpty(entry.scoreAlerts()).stream().map(this::totalAlert).toList(),
                riskAlerts(),
                orEmpty(entry.derived()).stream()
                        .map(derived -> constant(DerivedRule.class, derived.code()))
                        .toList(),
                orEmpty(entry.reported()).stream().map(this::reported).toList());
    }

    private OptionalInt notAssessed() {
        return entry.itemSpecial() == null
                ? OptionalInt.empty()
                : OptionalInt.of(Integer.parseInt(entry.itemSpecial().keySet().iterator().next()));
    }

    private List<Variant> variants() {
        if (entry.bandVariants() != null) {
            return entry.bandVariants().keySet().stream().map(Variant::new).toList();
        }
        return entry.variants() == null
                ? List.of(Variant.STANDARD)
                : entry.variants().keySet().stream().map(Variant::new).toList();
    }

    private Map<Variant, List<Band>> bandsByVariant(List<Variant> variants) {
        Map<Variant, List<Band>> bands = new LinkedHashMap<>();
        if (entry.bandVariants() == null) {
            bands.put(variants.getFirst(), bands(entry.bands()));
        } else {
            entry.bandVariants().forEach((variant, ranges) -> bands.put(new Variant(variant), bands(ranges)));
        }
        return bands;
    }

    private static List<Band> bands(List<CatalogueEntry.Range> ranges) {
        return orEmpty(ranges).stream()
                .map(range -> new Band(range.from(), range.to(), range.code()))
                .toList();
    }

    private Subscale subscale(CatalogueEntry.Part part) {
        return new Subscale(
                part.code(), part.items(), part.min(), part.max(), statistic(part.statistic()), part.maxMissing());
    }

    private TotalRule total() {
        CatalogueEntry.Total total = entry.total();
        return new TotalRule(
                total.min(),
                total.max(),
                statistic(total.statistic()),
                total.multiplier() == null ? 1 : total.multiplier(),
                total.items() == null
                        ? IntStream.rangeClosed(1, entry.itemCount()).boxed().toList()
                        : total.items(),
                orEmpty(total.totalFromSubscales()));
    }

    private Statistic statistic(String name) {
        return name == null ? Statistic.SUM : constant(Statistic.class, name);
    }

    private MissingRule missingRule() {
        CatalogueEntry.Missing rule = entry.missingRule();
        if (rule == null) {
            return MissingRule.standard(constant(Respondent.class, entry.respondent()), entry.itemCount());
        }
        return switch (rule.type()) {
            case "none_allowed" -> new MissingRule.NoneAllowed();
            case "prorate" -> new MissingRule.Prorate(rule.maxMissing());
            case "prorate_by_subscale" -> new MissingRule.ProrateBySubscale();
            case "mean_of_answered" -> new MissingRule.MeanOfAnswered(rule.maxMissing());
            default -> throw new CatalogueFault(entry.code(), "has an unknown missing rule");
        };
    }

    private Caseness caseness(CatalogueEntry.Case rule) {
        if (rule.minTotal() != null) {
            return new Caseness.FromTotal(rule.minTotal());
        }
        return rule.maxTotal() != null
                ? new Caseness.UpToTotal(rule.maxTotal())
                : new Caseness.AnyItemFrom(required(rule.anyItemMin(), "a caseness bound"));
    }

    private static ReliableChangeIndex reliableChange(CatalogueEntry.ReliableChange index) {
        return new ReliableChangeIndex(
                Optional.ofNullable(index.sd()),
                Optional.ofNullable(index.r()),
                index.minPoints(),
                Boolean.TRUE.equals(index.publishedOverride()));
    }

    private ResponseRule response(CatalogueEntry.Response rule) {
        if (rule.minPercent() != null) {
            return new ResponseRule.ByPercent(
                    rule.minPercent(), "gt".equals(rule.operator()), optional(rule.minBaseline()));
        }
        return rule.minPoints() != null
                ? new ResponseRule.ByPoints(rule.minPoints())
                : new ResponseRule.ByTotal(new TotalBound.AtMost(required(rule.maxTotal(), "a response bound")));
    }

    private List<ResponseRule.Alternative> responseAlternatives() {
        return Optional.ofNullable(entry.response()).map(CatalogueEntry.Response::alternatives).stream()
                .flatMap(List::stream)
                .map(other -> new ResponseRule.Alternative(other.name(), response(other)))
                .toList();
    }

    private RemissionRule remission(CatalogueEntry.Remission rule) {
        Map<Variant, TotalBound> byVariant = rule.maxTotalWithAgoraphobia() == null
                ? Map.of()
                : Map.of(Variant.WITH_AGORAPHOBIA, new TotalBound.AtMost(rule.maxTotalWithAgoraphobia()));
        return new RemissionRule(
                remissionBound(rule),
                byVariant,
                orEmpty(rule.alternatives()).stream()
                        .map(other -> new RemissionRule.Alternative(other.name(), remissionBound(other)))
                        .toList());
    }

    private TotalBound remissionBound(CatalogueEntry.Remission rule) {
        return rule.maxTotal() != null
                ? new TotalBound.AtMost(rule.maxTotal())
                : new TotalBound.AtLeast(required(rule.minTotal(), "a remission bound"));
    }

    private CriticalItem criticalItem(CatalogueEntry.Critical critical) {
        return new CriticalItem(
                critical.item(),
                critical.min(),
                critical.max(),
                constant(AlertSeverity.class, critical.alert()),
                critical.code(),
                Optional.ofNullable(critical.action()));
    }

    private TotalAlert totalAlert(CatalogueEntry.OnTotal alert) {
        return new TotalAlert(
                optional(alert.minTotal()),
                optional(alert.maxTotal()),
                constant(AlertSeverity.class, alert.alert()),
                alert.code(),
                Optional.ofNullable(alert.action()),
                Optional.ofNullable(alert.context()));
    }

    /** A level whose severity is GREEN asks for no action, so it raises nothing. */
    private Map<SuicideRisk, ScoreAlert> riskAlerts() {
        Map<SuicideRisk, ScoreAlert> alerts = new EnumMap<>(SuicideRisk.class);
        Optional.ofNullable(entry.riskAlerts()).orElse(Map.of()).forEach((level, risk) -> {
            AlertSeverity severity = constant(AlertSeverity.class, risk.alert());
            if (severity != AlertSeverity.GREEN) {
                alerts.put(
                        constant(SuicideRisk.class, level),
                        new ScoreAlert(
                                risk.code(), severity, List.of(), Optional.ofNullable(risk.action()), Optional.empty()));
            }
        });
        return alerts;
    }

    private ReportedIndex reported(CatalogueEntry.Reported index) {
        return switch (index.of()) {
            case "total" -> new ReportedIndex.TotalShare(index.code(), index.factor(), index.divisor());
            case "sum_without_na" -> new ReportedIndex.RawSumWithoutItem(index.code(), index.item());
            case "mean_without_na" -> new ReportedIndex.MeanWithoutItem(index.code(), index.item());
            case "item" -> new ReportedIndex.SingleItem(index.code(), index.item());
            default -> throw new CatalogueFault(entry.code(), "reports an unknown number");
        };
    }

    private <T> T required(T value, String what) {
        return Optional.ofNullable(value)
                .orElseThrow(() -> new CatalogueFault(entry.code(), "lacks " + what));
    }

    private <E extends Enum<E>> E constant(Class<E> type, String name) {
        try {
            return Enum.valueOf(type, required(name, type.getSimpleName()).toUpperCase(Locale.ROOT));
        } catch (IllegalArgumentException _) {
            throw new CatalogueFault(entry.code(), "has an unknown " + type.getSimpleName() + ": " + name);
        }
    }

    private static OptionalInt optional(Integer value) {
        return value == null ? OptionalInt.empty() : OptionalInt.of(value);
    }

    private static <T> List<T> orEmpty(List<T> list) {
        return list == null ? List.of() : list;
    }
}
