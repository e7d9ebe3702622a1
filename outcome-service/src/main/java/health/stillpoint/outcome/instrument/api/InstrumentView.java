package health.stillpoint.outcome.instrument.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.stillpoint.outcome.instrument.domain.Band;
import health.stillpoint.outcome.instrument.domain.Direction;
import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.Respondent;
import health.stillpoint.outcome.instrument.domain.ScoringRules;
import health.stillpoint.outcome.instrument.domain.Variant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An instrument of the catalogue. The wording of its items is not part of the product. */
@Schema(name = "Instrument")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record InstrumentView(
        @Schema(examples = "GAD7") String code,
        @Schema(examples = "Generalized Anxiety Disorder 7-item scale") String name,
        String measures,
        String recallPeriod,
        Respondent respondent,
        Direction direction,
        @Schema(description = "False while its published scoring has not been verified") boolean scorable,
        Integer itemCount,
        Scale itemScale,
        Scale total,
        List<String> variants,
        @Schema(description = "Severity bands by variant") Map<String, List<BandView>> bands,
        List<Integer> notApplicableItems,
        List<Integer> safetyItems,
        Map<String, String> loinc,
        LicenceView licence,
        String note,
        List<String> sources) {

    /** A range, both ends included. */
    @Schema(name = "Range")
    public record Scale(int minimum, int maximum) {}

    /** A severity band. */
    @Schema(name = "Band")
    public record BandView(int from, int to, String code) {

        /** The view of a band. */
        public static BandView of(Band band) {
            return new BandView(band.from(), band.to(), band.code());
        }
    }

    /** Whether the wording may be carried. */
    @Schema(name = "Licence")
    public record LicenceView(String status, boolean itemsMayBeShipped, String note) {}

    static InstrumentView of(Instrument instrument) {
        ScoringRules rules = instrument.rules().orElse(null);
        return new InstrumentView(
                instrument.code().value(),
                instrument.name(),
                instrument.measures(),
                instrument.recallPeriod().orElse(null),
                instrument.respondent(),
                instrument.direction(),
                rules != null,
                rules == null ? null : rules.itemCount(),
                rules == null ? null : new Scale(rules.items().minimum(), rules.items().maximum()),
                rules == null ? null : new Scale(rules.total().minimum(), rules.total().maximum()),
                rules == null ? null : rules.variants().stream().map(Variant::code).toList(),
                rules == null ? null : bands(rules),
                rules == null ? null : rules.notApplicableItems().stream().sorted().toList(),
                rules == null ? null : rules.safetyItems(),
                instrument.loinc(),
                new LicenceView(
                        instrument.licence().status(),
                        instrument.licence().itemsMayBeShipped(),
                        instrument.licence().note().orElse(null)),
                instrument.note().orElse(null),
                instrument.sources());
    }

    private static Map<String, List<BandView>> bands(ScoringRules rules) {
        Map<String, List<BandView>> bands = new LinkedHashMap<>();
        rules.variants().stream()
                .filter(variant -> !rules.bandsFor(variant).isEmpty())
                .forEach(variant -> bands.put(
                        variant.code(),
                        rules.bandsFor(variant).stream().map(BandView::of).toList()));
        return bands;
    }
}
