package health.stillpoint.bench;

/** Measurements as they could be. */
final class Sample {

    private Sample() {}

    /** One second each; latency falls as the rate rises; service and database use a CPU second together. */
    static Ways ways(long raw, long service, long gateway) {
        return new Ways(measured(raw), measured(service), measured(gateway), alone(4_000_000), alone(5_000_000));
    }

    private static Latencies alone(long nanoseconds) {
        return new Latencies(new long[] {nanoseconds});
    }

    static Measured measured(long requests) {
        return new Measured(requests, 0, 1, new Latencies(new long[] {8_000_000_000L / requests}), new CpuSeconds(0.6, 0.2, 0.4, 0.1, 0.2));
    }
}
