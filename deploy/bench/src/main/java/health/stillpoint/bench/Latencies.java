package health.stillpoint.bench;

import java.util.Arrays;
import java.util.List;

/** How long requests took, in nanoseconds. */
record Latencies(long[] sortedNanoseconds) {

    Latencies {
        sortedNanoseconds = sortedNanoseconds.clone();
        Arrays.sort(sortedNanoseconds);
    }

    static Latencies together(List<Latencies> parts) {
        return new Latencies(parts.stream().flatMapToLong(part -> Arrays.stream(part.sortedNanoseconds)).toArray());
    }

    int count() {
        return sortedNanoseconds.length;
    }

    /**
     * The smallest latency that at least this share of the requests did not exceed (nearest rank), in milliseconds.
     *
     * @param share above 0, at most 1
     */
    double milliseconds(double share) {
        if (share <= 0 || share > 1) {
            throw new IllegalArgumentException("share must be above 0 and at most 1, was " + share);
        }
        if (sortedNanoseconds.length == 0) {
            return Double.NaN;
        }
        int rank = (int) Math.ceil(share * sortedNanoseconds.length);
        return sortedNanoseconds[rank - 1] / 1e6;
    }

    double median() {
        return milliseconds(0.5);
    }

    double p99() {
        return milliseconds(0.99);
    }
}
