package health.stillpoint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Arrays;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** What the kernel says about processes ({@code /proc}, so Linux only). */
final class Processes {

    /** USER_HZ, which Linux fixes at 100 for what it tells programs. */
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int ENDED_CHILDREN = 13;
    /** Columns of the first line of {@code /proc/stat}: idle, and idle while waiting for a disk. */
    private static final int IDLE = 3;
    private static final int WAITING = 4;
    /** Names of the threads that compile, as the kernel cuts them off. */
    private static final Pattern COMPILER = Pattern.compile("\\(C[12] CompilerThre");
    private static final Duration LOOK = Duration.ofSeconds(3);
    private static final double QUIET_PERCENT = 10;

    private Processes() {}

    /** User and system time of one process, in seconds; 0 when it is gone. */
    static double cpuSeconds(long pid) {
        return cpuSeconds(stat(pid), USER);
    }

    /** The same of a process and all its children, those that have ended included. */
    static double treeCpuSeconds(long pid) {
        double own = cpuSeconds(stat(pid), USER) + cpuSeconds(stat(pid), ENDED_CHILDREN);
        return own + ProcessHandle.of(pid).stream().flatMap(ProcessHandle::descendants).mapToDouble(child -> cpuSeconds(child.pid())).sum();
    }

    /** The part of that time that the compilers of a Java program took, those of ended threads excluded. */
    static double compilerCpuSeconds(long pid) {
        String[] threads = Path.of("/proc", Long.toString(pid), "task").toFile().list(); // null when the process is gone
        return Stream.of(threads == null ? new String[0] : threads)
                .map(thread -> read(Path.of("/proc", Long.toString(pid), "task", thread, "stat")))
                .filter(stat -> COMPILER.matcher(stat).find())
                .mapToDouble(stat -> cpuSeconds(stat, USER))
                .sum();
    }

    /** The content of {@code stat} after the program's name, which may itself hold blanks and brackets. */
    static double cpuSeconds(String stat, int firstField) {
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[firstField]) + Long.parseLong(fields[firstField + 1])) / TICKS_PER_SECOND;
    }

    private static String stat(long pid) {
        return read(Path.of("/proc", Long.toString(pid), "stat"));
    }

    private static String read(Path stat) {
        try {
            return Files.readString(stat);
        } catch (IOException gone) {
            return "";
        }
    }

    /** Memory of a process with what it shares divided among the sharers, in MB (10^6 bytes). */
    static double proportionalMegabytes(long pid) {
        try (Stream<String> lines = Files.lines(Path.of("/proc", Long.toString(pid), "smaps_rollup"))) {
            return lines.filter(line -> line.startsWith("Pss:"))
                    .mapToDouble(line -> Double.parseDouble(line.replaceAll("[^0-9]", "")) * 1024 / 1e6)
                    .sum();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Halts a process where it stands; {@link #goOn} lets it continue. */
    static void halt(long pid) {
        signal("-STOP", pid);
    }

    static void goOn(long pid) {
        signal("-CONT", pid);
    }

    private static void signal(String name, long pid) {
        try {
            new ProcessBuilder("kill", name, Long.toString(pid)).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Processor model-free description of this machine. */
    static String machine() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/meminfo"))) {
            long kilobytes = lines.filter(line -> line.startsWith("MemTotal:"))
                    .mapToLong(line -> Long.parseLong(line.replaceAll("[^0-9]", "")))
                    .sum();
            return Runtime.getRuntime().availableProcessors() + " cores, " + Math.round(kilobytes * 1024 / 1e9) + " GB of memory";
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** How much of all processors was in use during a look of {@link #LOOK}, and whether that leaves a run alone. */
    static String quietness() {
        long[] before = processorTicks();
        Stopwatch.sleep(LOOK);
        long[] after = processorTicks();
        long all = after[0] - before[0];
        double busy = all == 0 ? 0 : 100.0 * (after[1] - before[1]) / all;
        return "%.0f %% of the processors were in use before the run, so %s".formatted(
                busy, busy < QUIET_PERCENT ? "it was quiet" : "IT WAS BUSY with other work");
    }

    /** All ticks of all processors since the machine started, and those of them that were not idle. */
    private static long[] processorTicks() {
        try (Stream<String> lines = Files.lines(Path.of("/proc/stat"))) {
            long[] ticks = Arrays.stream(lines.findFirst().orElseThrow().split("\\s+")).skip(1).limit(8).mapToLong(Long::parseLong).toArray();
            long all = Arrays.stream(ticks).sum();
            return new long[] {all, all - ticks[IDLE] - ticks[WAITING]};
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
