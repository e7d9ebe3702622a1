package health.stillpoint.outcome.instrument.domain;

import java.util.List;
import java.util.Optional;

/**
 * An answer that must be heard whatever the total: fires when the raw, un-reversed answer lies within the bounds
 * (conventions.critical_items).
 */
public record CriticalItem(int item, int minimum, int maximum, AlertSeverity severity, String code, Optional<String> action) {

    Optional<ScoreAlert> heardIn(AnswerSheet answers) {
        boolean fires = answers.to(item) instanceof Answer.Given(int value) && minimum <= value && value <= maximum;
        return fires
                ? Optional.of(new ScoreAlert(code, severity, List.of(item), action, Optional.empty()))
                : Optional.empty();
    }
}
