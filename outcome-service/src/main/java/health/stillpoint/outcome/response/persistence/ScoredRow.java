package health.stillpoint.outcome.response.persistence;

import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.ScoreStatus;
import health.stillpoint.outcome.instrument.domain.ScoredTotal;
import health.stillpoint.outcome.instrument.domain.Variant;
import health.stillpoint.outcome.instrument.domain.Verdict;
import health.stillpoint.outcome.response.domain.ResponseId;
import health.stillpoint.outcome.response.domain.ScoredPoint;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;

/** The columns a trajectory needs, without the answers. */
public record ScoredRow(
        UUID id,
        UUID assessmentId,
        TimePoint timePoint,
        String instrument,
        String variant,
        ScoreStatus status,
        BigDecimal total,
        Boolean clinicalCase,
        String band,
        Instant answeredAt) {

    ScoredPoint toDomain() {
        return new ScoredPoint(
                new ResponseId(id),
                assessmentId,
                timePoint,
                new InstrumentCode(instrument),
                new Variant(variant),
                status,
                Optional.ofNullable(total).map(value -> new ScoredTotal(
                        value, status == ScoreStatus.SCORED_PRORATED, Verdict.fromNullable(clinicalCase))),
                Optional.ofNullable(band),
                answeredAt);
    }
}
