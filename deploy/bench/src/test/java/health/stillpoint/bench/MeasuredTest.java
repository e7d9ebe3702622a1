package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.within;

import java.util.List;
import org.junit.jupiter.api.Test;

class MeasuredTest {

    @Test
    void addsRoundsBeforeItDivides() {
        Measured one = measured(1000, 1, new CpuSeconds(0.4, 0.1, 0.2, 0, 0));
        Measured other = measured(3000, 1, new CpuSeconds(0.8, 0.1, 0.6, 0, 0));

        Measured together = Measured.together(List.of(one, other));

        assertThat(together.perSecond()).isEqualTo(2000);
        assertThat(together.serviceMilliseconds()).isCloseTo(0.3, within(1e-9));
        assertThat(together.databaseMilliseconds()).isCloseTo(0.2, within(1e-9));
        assertThat(together.gatewayMilliseconds()).isCloseTo(0.05, within(1e-9));
        assertThat(together.perCpuSecond()).isCloseTo(2000, within(1e-6));
    }

    @Test
    void comparesWithRawAndGatewayOfTheSameRun() {
        Ways ways = Sample.ways(4000, 1000, 800);

        assertThat(ways.shareOfRaw()).isEqualTo(0.25);
        assertThat(ways.gatewayAddition()).isCloseTo(0.25, within(1e-9));
    }

    @Test
    void comparesWithTheReferenceForEachCpuSecond() {
        Ways ways = Sample.ways(4000, 1000, 800);

        assertThat(Work.CREATE.referencePerCpuSecond()).isCloseTo(416.7, within(0.1));
        assertThat(ways.timesReference(Work.CREATE)).isCloseTo(1000 / 416.67, within(0.01));
    }

    @Test
    void countsAHundredSetsForEachBatch() {
        Ways ways = Sample.ways(4000, 1000, 800);

        assertThat(Work.BATCH.referencePerCpuSecond()).isCloseTo(2007 / 1.84, within(0.1));
        assertThat(ways.timesReference(Work.BATCH)).isCloseTo(100_000 / (2007 / 1.84), within(0.1));
    }

    @Test
    void takesWhatWasUsedBetweenTwoLooks() {
        CpuSeconds used = new CpuSeconds(3, 2, 5, 4, 2).minus(new CpuSeconds(1, 1, 1, 1, 0.5));

        assertThat(used).isEqualTo(new CpuSeconds(2, 1, 4, 3, 1.5));
        assertThat(used.compiling()).isEqualTo(0.5);
        assertThat(CpuSeconds.NONE.compiling()).isZero();
    }

    private static Measured measured(long requests, double seconds, CpuSeconds cpu) {
        return new Measured(requests, 0, seconds, new Latencies(new long[] {1}), cpu);
    }
}
