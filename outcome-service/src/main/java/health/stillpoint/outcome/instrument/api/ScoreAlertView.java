package health.stillpoint.outcome.instrument.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import health.stillpoint.outcome.instrument.domain.AlertSeverity;
import health.stillpoint.outcome.instrument.domain.ScoreAlert;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** An alert that answers give rise to. */
@Schema(name = "ScoreAlert")
@JsonInclude(JsonInclude.Include.NON_EMPTY)
public record ScoreAlertView(
        @Schema(examples = "PHQ9_SI_PRESENT") String code,
        AlertSeverity severity,
        @Schema(description = "Items it rests on; none when it rests on the total") List<Integer> items,
        @Schema(description = "What the catalogue asks the clinician to do") String action,
        @Schema(description = "The only situation in which it counts") String context) {

    /** The view of an alert. */
    public static ScoreAlertView of(ScoreAlert alert) {
        return new ScoreAlertView(
                alert.code(),
                alert.severity(),
                alert.items(),
                alert.action().orElse(null),
                alert.context().orElse(null));
    }
}
