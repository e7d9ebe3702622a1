package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import java.util.List;
import java.util.stream.LongStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class LatenciesTest {

    private static final long MILLISECOND = 1_000_000;

    @ParameterizedTest(name = "of 1..100 ms the share {0} stays within {1} ms")
    @CsvSource({"0.001, 1", "0.01, 1", "0.011, 2", "0.5, 50", "0.501, 51", "0.99, 99", "0.991, 100", "1, 100"})
    void takesTheNearestRank(double share, double expected) {
        Latencies latencies = new Latencies(LongStream.rangeClosed(1, 100).map(i -> (101 - i) * MILLISECOND).toArray());

        assertThat(latencies.milliseconds(share)).isEqualTo(expected);
    }

    @Test
    void ofOneRequestEveryShareIsThatRequest() {
        Latencies latencies = new Latencies(new long[] {7 * MILLISECOND});

        assertThat(latencies.median()).isEqualTo(7);
        assertThat(latencies.p99()).isEqualTo(7);
    }

    @Test
    void knowsNothingOfNoRequest() {
        assertThat(new Latencies(new long[0]).median()).isNaN();
    }

    @Test
    void joinsConnectionsBeforeRanking() {
        Latencies fast = new Latencies(new long[] {MILLISECOND, MILLISECOND, MILLISECOND});
        Latencies slow = new Latencies(new long[] {9 * MILLISECOND});

        Latencies together = Latencies.together(List.of(slow, fast));

        assertThat(together.count()).isEqualTo(4);
        assertThat(together.milliseconds(0.75)).isEqualTo(1);
        assertThat(together.p99()).isEqualTo(9);
    }

    @Test
    void refusesAShareThatIsNone() {
        Latencies latencies = new Latencies(new long[] {1});

        assertThatIllegalArgumentException().isThrownBy(() -> latencies.milliseconds(0));
        assertThatIllegalArgumentException().isThrownBy(() -> latencies.milliseconds(1.01));
    }
}
