package health.stillpoint.bench;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;

/** Closed-loop load: each of a number of connections sends its next request when the last one is answered. */
final class Load {

    private Load() {}

    /**
     * @param failures requests that were not answered as they should be; their latencies do not count
     * @param seconds from the first request to the last answer
     */
    record Result(long requests, long failures, double seconds, Latencies latencies) {}

    static Result run(Worker.Source source, int connections, Duration time) throws Exception {
        List<Worker> workers = new ArrayList<>();
        try (ExecutorService threads = Executors.newFixedThreadPool(connections)) {
            for (int i = 0; i < connections; i++) {
                workers.add(source.open());
            }
            long begin = System.nanoTime();
            long end = begin + time.toNanos();
            List<Callable<Lane>> lanes = workers.stream().<Callable<Lane>>map(worker -> () -> lane(worker, end)).toList();
            List<Lane> done = new ArrayList<>();
            for (Future<Lane> lane : threads.invokeAll(lanes)) {
                done.add(lane.get());
            }
            return result(done, begin);
        } catch (ExecutionException failed) {
            throw new BenchFailure("a connection broke: " + failed.getCause(), failed.getCause());
        } finally {
            workers.forEach(Worker::close);
        }
    }

    private record Lane(long[] nanoseconds, long failures, long endedAt) {}

    private static Lane lane(Worker worker, long end) throws Exception {
        long[] nanoseconds = new long[1 << 12];
        int count = 0;
        long failures = 0;
        long began = System.nanoTime();
        try {
            while (began < end) {
                boolean asExpected = worker.once();
                long ended = System.nanoTime();
                if (asExpected) {
                    if (count == nanoseconds.length) {
                        nanoseconds = Arrays.copyOf(nanoseconds, count * 2);
                    }
                    nanoseconds[count++] = ended - began;
                } else {
                    failures++;
                }
                began = ended;
            }
        } catch (IdPool.Empty early) {
            // This connection ends before its time; the rate counts the time it had.
        }
        return new Lane(Arrays.copyOf(nanoseconds, count), failures, began);
    }

    private static Result result(List<Lane> lanes, long begin) {
        Latencies latencies = Latencies.together(lanes.stream().map(lane -> new Latencies(lane.nanoseconds())).toList());
        long last = lanes.stream().mapToLong(Lane::endedAt).max().orElse(begin);
        return new Result(latencies.count(), lanes.stream().mapToLong(Lane::failures).sum(), (last - begin) / 1e9, latencies);
    }
}
