package health.stillpoint.bench;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class ProcessesTest {

    @Test
    void readsTimesBehindANameWithBlanksAndBrackets() {
        String stat = "17 (odd) name (x)) S 1 2 3 4 5 6 7 8 9 10 150 50 700 300 20 0";

        assertThat(Processes.cpuSeconds(stat, 11)).isEqualTo(2.0);
        assertThat(Processes.cpuSeconds(stat, 13)).isEqualTo(10.0);
    }

    @Test
    void aProcessThatIsGoneUsedNothing() {
        assertThat(Processes.cpuSeconds("", 11)).isZero();
    }

    @Test
    void thisProcessHasUsedSomeTime() {
        long pid = ProcessHandle.current().pid();

        assertThat(Processes.cpuSeconds(pid)).isPositive();
        assertThat(Processes.treeCpuSeconds(pid)).isGreaterThanOrEqualTo(Processes.cpuSeconds(pid) - 0.5);
        assertThat(Processes.compilerCpuSeconds(pid)).isPositive().isLessThan(Processes.cpuSeconds(pid));
        assertThat(Processes.proportionalMegabytes(pid)).isGreaterThan(10);
    }
}
