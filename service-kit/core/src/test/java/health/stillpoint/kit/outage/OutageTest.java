package health.stillpoint.kit.outage;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

class OutageTest {

    private static final Instant START = Instant.parse("2026-03-31T09:30:00Z");

    private final List<String> lines = new ArrayList<>();
    private Instant now = START;
    private final Outage outage = new Outage("Kafka", lines::add, () -> now);

    private void failsAt(int second) {
        now = START.plusSeconds(second);
        outage.failed("TimeoutException");
    }

    @Test
    void isToldAtOnceThenOnceAMinuteWithItsNumberAndWhenItEnds() {
        for (int second = 0; second <= 150; second += 10) {
            failsAt(second);
        }
        assertThat(outage.since()).contains(START);
        now = START.plusSeconds(155);
        outage.worked();
        outage.worked();

        assertThat(lines).containsExactly(
                "Kafka fails: TimeoutException",
                "Kafka still fails, since 2026-03-31T09:30:00Z, 6 times since the last line: TimeoutException",
                "Kafka still fails, since 2026-03-31T09:30:00Z, 6 times since the last line: TimeoutException",
                "Kafka works again, after 155 s");
        assertThat(outage.since()).isEmpty();
    }

    @Test
    void beginsAnewAfterItsEnd() {
        failsAt(0);
        outage.worked();
        failsAt(5);

        assertThat(lines).containsExactly("Kafka fails: TimeoutException", "Kafka works again, after 0 s", "Kafka fails: TimeoutException");
        assertThat(outage.since()).contains(START.plusSeconds(5));
    }

    @Test
    void isNotToldWhileAllIsWell() {
        outage.worked();

        assertThat(lines).isEmpty();
        assertThat(outage.since()).isEmpty();
    }
}
