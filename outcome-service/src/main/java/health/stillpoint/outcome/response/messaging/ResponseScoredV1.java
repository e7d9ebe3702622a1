package health.stillpoint.outcome.response.messaging;

import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.outcome.instrument.domain.Change;
import health.stillpoint.outcome.instrument.domain.Score;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Wire form of {@code outcome.response-scored.v1}. Totals and codes; never an answer. */
record ResponseScoredV1(
        UUID patientId,
        UUID responseId,
        UUID assessmentId,
        String timePoint,
        String instrument,
        String status,
        BigDecimal total,
        String band,
        @JsonProperty("case") Boolean clinicalCase,
        BigDecimal percentChange,
        List<String> changeStatus,
        Instant answeredAt) {

    static final String TYPE = "outcome.response-scored.v1";

    static ResponseScoredV1 of(QuestionnaireResponse response) {
        Score score = response.score();
        return new ResponseScoredV1(
                response.patient().value(),
                response.id().value(),
                response.assessment().value(),
                response.timePoint().name(),
                score.instrument().value(),
                score.status().name(),
                score.total().orElse(null),
                score.band().orElse(null),
                score.caseness().orNull(),
                response.change().flatMap(Change::percent).orElse(null),
                response.change().map(Change::statuses).orElse(Set.of()).stream().map(Enum::name).toList(),
                response.answeredAt());
    }

    @Override
    public String toString() {
        return "ResponseScoredV1[responseId=" + responseId + "]";
    }
}
