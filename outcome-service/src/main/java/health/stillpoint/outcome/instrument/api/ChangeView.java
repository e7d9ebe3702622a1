package health.stillpoint.outcome.instrument.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.stillpoint.outcome.instrument.domain.Change;
import health.stillpoint.outcome.instrument.domain.OutcomeStatus;
import health.stillpoint.outcome.instrument.domain.ReliableChange;
import java.math.BigDecimal;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A score compared with the baseline. A null says that the rule has no answer here. */
@Schema(name = "Change")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ChangeView(
        @Schema(description = "Total compared with") BigDecimal baselineTotal,
        @Schema(description = "True when that total was scaled up for missing items") boolean baselineProrated,
        @Schema(description = "Current minus baseline, in points") BigDecimal difference,
        @Schema(description = "Points gained, positive when better; null on neutral instruments", nullable = true)
                BigDecimal improvement,
        @Schema(description = "Percent of what could be gained, two decimals", nullable = true)
                BigDecimal percentChange,
        @Schema(description = "Response rule of the instrument met", nullable = true) Boolean response,
        @Schema(description = "The same by the rules of other authors") Map<String, Boolean> responseAlternatives,
        @Schema(description = "Remission rule met, whatever the baseline", nullable = true) Boolean remission,
        @Schema(description = "The same by the rules of other authors") Map<String, Boolean> remissionAlternatives,
        @Schema(description = "Change beyond measurement error") ReliableChange reliableChange,
        @Schema(description = "Minimal important difference reached", nullable = true) Boolean mcidMet,
        @Schema(description = "Case at baseline and not now", nullable = true) Boolean recovery,
        @Schema(description = "Recovery and reliable improvement", nullable = true) Boolean reliableRecovery,
        @Schema(description = "Statuses that hold; several may") List<OutcomeStatus> status) {

    /** The view of a change. */
    public static ChangeView of(Change change) {
        return new ChangeView(
                change.baseline().total(),
                change.baseline().prorated(),
                change.difference(),
                change.improvement().orElse(null),
                change.percent().orElse(null),
                change.response().orNull(),
                named(change.responseAlternatives()),
                change.remission().orNull(),
                named(change.remissionAlternatives()),
                change.reliable(),
                change.minimalImportantDifferenceMet().orNull(),
                change.recovery().orNull(),
                change.reliableRecovery().orNull(),
                List.copyOf(change.statuses()));
    }

    private static Map<String, Boolean> named(List<Change.NamedVerdict> verdicts) {
        Map<String, Boolean> named = new LinkedHashMap<>();
        verdicts.forEach(verdict -> named.put(verdict.name(), verdict.verdict().orNull()));
        return named;
    }

    @Override
    public String toString() {
        return "ChangeView";
    }
}
