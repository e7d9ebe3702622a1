package health.stillpoint.gateway.sandbox;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.gateway.routing.Upstream;
import health.stillpoint.gateway.sandbox.ClockMove.Offsets;
import health.stillpoint.kit.problem.ProblemException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import org.junit.jupiter.api.Test;

class ClockMoveTest {

    private static final Instant REAL = Instant.parse("2026-01-05T12:00:00Z");
    private static final Offsets STANDING = offsets(100, 100, 100);

    private static Offsets offsets(long patient, long session, long outcome) {
        return new Offsets(Map.of(Upstream.PATIENT, patient, Upstream.SESSION, session, Upstream.OUTCOME, outcome));
    }

    private static ClockMove by(Duration advance) {
        return new ClockMove(null, advance);
    }

    private static ClockMove to(Instant now) {
        return new ClockMove(now, null);
    }

    @Test
    void goesOnFromWhereTheClockStands() {
        assertThat(by(Duration.ofHours(24)).target(STANDING, REAL)).isEqualTo(86_500);
        assertThat(to(REAL.plusSeconds(5_000)).target(STANDING, REAL)).isEqualTo(5_000);
    }

    @Test
    void completesAnUnfinishedMoveInsteadOfMovingTwice() {
        Offsets unfinished = offsets(100 + 3_600, 100, 100 + 3_600);

        assertThat(by(Duration.ofHours(1)).target(unfinished, REAL)).isEqualTo(3_700);
        assertThat(to(REAL.plusSeconds(3_690)).target(unfinished, REAL)).isEqualTo(3_700);
    }

    @Test
    void doesNotGoBackwards() {
        ProblemException refusal = catchThrowableOfType(ProblemException.class,
                () -> to(REAL.plusSeconds(99)).target(STANDING, REAL));

        assertThat(refusal.problem().getStatus()).isEqualTo(409);
        assertThat(refusal.problem().getCode()).isEqualTo("clock-backwards");
        assertThat(to(REAL.plusSeconds(100)).target(STANDING, REAL)).isEqualTo(100);
    }

    @Test
    void needsExactlyOneReasonableWish() {
        for (ClockMove move : new ClockMove[] {new ClockMove(null, null), new ClockMove(REAL, Duration.ofHours(1)),
            by(Duration.ZERO), by(Duration.ofHours(-1)), by(Duration.ofDays(3651))}) {
            ProblemException refusal = catchThrowableOfType(ProblemException.class, () -> move.target(STANDING, REAL));

            assertThat(refusal.problem().getStatus()).isEqualTo(422);
        }
        assertThat(by(Duration.ofDays(3650)).target(offsets(0, 0, 0), REAL)).isEqualTo(315_360_000L);
    }
}
