package health.stillpoint.outcome.instrument.domain;

import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** An alert on the total, both bounds included, a missing bound open ({@code score_alerts} in the catalogue). */
public record TotalAlert(
        OptionalInt minimumTotal,
        OptionalInt maximumTotal,
        AlertSeverity severity,
        String code,
        Optional<String> action,
        Optional<String> context) {

    Optional<ScoreAlert> on(BigDecimal total) {
        boolean reached = minimumTotal.isEmpty() || total.compareTo(BigDecimal.valueOf(minimumTotal.getAsInt())) >= 0;
        boolean within = maximumTotal.isEmpty() || total.compareTo(BigDecimal.valueOf(maximumTotal.getAsInt())) <= 0;
        return reached && within
                ? Optional.of(new ScoreAlert(code, severity, List.of(), action, context))
                : Optional.empty();
    }
}
