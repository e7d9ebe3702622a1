package health.stillpoint.outcome.response.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.ScoreStatus;
import health.stillpoint.outcome.instrument.domain.ScoredTotal;
import health.stillpoint.outcome.instrument.domain.Variant;
import health.stillpoint.outcome.instrument.domain.Verdict;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.junit.jupiter.api.Test;

class BaselineTest {

    private static final Instant MONDAY = Instant.parse("2026-03-02T09:00:00Z");

    @Test
    void prefersTheBaselineToTheScreening() {
        assertThat(Baseline.among(List.of(point(TimePoint.BASELINE, 0, 12), point(TimePoint.SCREEN, 1, 9))))
                .hasValueSatisfying(point -> assertThat(point.timePoint()).isEqualTo(TimePoint.BASELINE));
    }

    @Test
    void fallsBackToTheScreening() {
        assertThat(Baseline.among(List.of(point(TimePoint.SCREEN, 0, 9), point(TimePoint.WEEKLY, 9, 4))))
                .hasValueSatisfying(point -> assertThat(point.timePoint()).isEqualTo(TimePoint.SCREEN));
    }

    @Test
    void neverTakesAScoreGivenAfterADose() {
        assertThat(Baseline.among(List.of(point(TimePoint.H24, 9, 4), point(TimePoint.WEEKLY, 12, 4)))).isEmpty();
    }

    @Test
    void needsATotal() {
        assertThat(Baseline.among(List.of(point(TimePoint.BASELINE, 0, null)))).isEmpty();
    }

    @Test
    void takesTheLastOfSeveral() {
        assertThat(Baseline.among(List.of(point(TimePoint.BASELINE, 0, 12), point(TimePoint.BASELINE, 3, 15)))
                        .flatMap(ScoredPoint::total)
                        .map(ScoredTotal::total))
                .contains(BigDecimal.valueOf(15));
    }

    private static ScoredPoint point(TimePoint timePoint, int day, Integer total) {
        return new ScoredPoint(
                new ResponseId(UUID.randomUUID()),
                UUID.randomUUID(),
                timePoint,
                new InstrumentCode("GAD7"),
                Variant.STANDARD,
                total == null ? ScoreStatus.INCOMPLETE : ScoreStatus.SCORED,
                Optional.ofNullable(total)
                        .map(value -> new ScoredTotal(BigDecimal.valueOf(value), false, Verdict.YES)),
                Optional.empty(),
                MONDAY.plus(Duration.ofDays(day)));
    }
}
