package health.stillpoint.bench;

import java.util.List;

/**
 * One way of doing a piece of work, over all its rounds.
 *
 * @param requests answered as they should be
 * @param failures answered otherwise
 * @param seconds for which requests were sent
 * @param cpu CPU used until the work behind the last answer was done too (events sent, audit rows sealed)
 */
record Measured(long requests, long failures, double seconds, Latencies latencies, CpuSeconds cpu) {

    static Measured together(List<Measured> rounds) {
        return new Measured(
                rounds.stream().mapToLong(Measured::requests).sum(),
                rounds.stream().mapToLong(Measured::failures).sum(),
                rounds.stream().mapToDouble(Measured::seconds).sum(),
                Latencies.together(rounds.stream().map(Measured::latencies).toList()),
                rounds.stream().map(Measured::cpu).reduce(CpuSeconds.NONE, CpuSeconds::plus));
    }

    double perSecond() {
        return requests / seconds;
    }

    double serviceMilliseconds() {
        return perRequest(cpu.service());
    }

    double databaseMilliseconds() {
        return perRequest(cpu.database());
    }

    double gatewayMilliseconds() {
        return perRequest(cpu.gateway());
    }

    /** Requests for each second of CPU that service and database used together. */
    double perCpuSecond() {
        return requests / (cpu.service() + cpu.database());
    }

    private double perRequest(double seconds) {
        return seconds * 1000 / requests;
    }
}
