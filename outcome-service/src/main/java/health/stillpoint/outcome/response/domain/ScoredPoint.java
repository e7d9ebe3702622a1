package health.stillpoint.outcome.response.domain;

import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.ScoreStatus;
import health.stillpoint.outcome.instrument.domain.ScoredTotal;
import health.stillpoint.outcome.instrument.domain.Variant;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/**
 * The part of a response that its course over time is drawn from.
 *
 * @param total absent when the response is incomplete
 */
public record ScoredPoint(
        ResponseId id,
        UUID assessmentId,
        TimePoint timePoint,
        InstrumentCode instrument,
        Variant variant,
        ScoreStatus status,
        Optional<ScoredTotal> total,
        Optional<String> band,
        Instant answeredAt) {}
