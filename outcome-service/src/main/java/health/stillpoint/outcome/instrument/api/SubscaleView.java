package health.stillpoint.outcome.instrument.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.stillpoint.outcome.instrument.domain.Score;
import java.math.BigDecimal;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The value of a subscale. */
@Schema(name = "SubscaleScore")
@JsonInclude(JsonInclude.Include.ALWAYS)
public record SubscaleView(
        @Schema(examples = "FEAR") String code,
        @Schema(description = "Null when too many of its items are missing", nullable = true) BigDecimal value,
        @Schema(description = "True when scaled up for missing items") boolean prorated) {

    /** The view of a subscale's score. */
    public static SubscaleView of(Score.SubscaleScore score) {
        return new SubscaleView(score.code(), score.value().orElse(null), score.prorated());
    }

    @Override
    public String toString() {
        return "SubscaleView";
    }
}
