package health.stillpoint.outcome.instrument.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.outcome.instrument.domain.Change;
import health.stillpoint.outcome.instrument.domain.Score;
import health.stillpoint.outcome.instrument.domain.ScoreStatus;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole result of scoring. A null says that there is no total, or that the rule has no answer here. */
@Schema(name = "Score")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record ScoreView(
        @Schema(examples = "GAD7") String instrument,
        @Schema(examples = "STANDARD") String variant,
        ScoreStatus status,
        @Schema(description = "Null when incomplete", nullable = true, examples = "8") BigDecimal total,
        @Schema(description = "Severity band of the total", nullable = true, examples = "MILD") String band,
        @JsonProperty("case") @Schema(description = "The total is a clinical case", nullable = true)
                Boolean clinicalCase,
        @Schema(description = "Response rule met; by the total alone where the rule is absolute", nullable = true)
                Boolean response,
        @Schema(description = "Remission rule met", nullable = true) Boolean remission,
        List<SubscaleView> subscales,
        List<DerivedView> derived,
        @Schema(description = "Further numbers: composite, average, percent") Map<String, BigDecimal> reported,
        @Schema(description = "What must be heard, gravest first") List<ScoreAlertView> alerts,
        @Schema(description = "Required items left open") List<Integer> missingItems,
        @JsonInclude(JsonInclude.Include.NON_NULL)
                @Schema(description = "Against the baseline answers, when they were sent and both have a total")
                ChangeView change) {

    static ScoreView of(Score score, Optional<Change> change) {
        return new ScoreView(
                score.instrument().value(),
                score.variant().code(),
                score.status(),
                score.total().orElse(null),
                score.band().orElse(null),
                score.caseness().orNull(),
                change.map(Change::response).orElse(score.response()).orNull(),
                score.remission().orNull(),
                score.subscales().stream().map(SubscaleView::of).toList(),
                score.derived().stream().map(DerivedView::of).toList(),
                score.reported(),
                score.alerts().stream().map(ScoreAlertView::of).toList(),
                score.missingItems(),
                change.map(ChangeView::of).orElse(null));
    }

    @Override
    public String toString() {
        return "ScoreView[instrument=" + instrument + "]";
    }
}
