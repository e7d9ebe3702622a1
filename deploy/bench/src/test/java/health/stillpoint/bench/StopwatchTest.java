package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.bench.Stopwatch.Way;
import org.junit.jupiter.api.Test;

class StopwatchTest {

    @Test
    void letsNoWayComeLastInEachRound() {
        assertThat(Stopwatch.order(0)).containsExactly(Way.RAW, Way.SERVICE, Way.GATEWAY);
        assertThat(Stopwatch.order(1)).containsExactly(Way.GATEWAY, Way.SERVICE, Way.RAW);
    }
}
