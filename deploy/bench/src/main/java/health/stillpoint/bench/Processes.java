package health.stillpoint.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.util.stream.Stream;

/** What the kernel says about processes ({@code /proc}, so Linux only). */
final class Processes {

    /** USER_HZ, which Linux fixes at 100 for what it tells programs. */
    private static final double TICKS_PER_SECOND = 100;
    private static final int USER = 11;
    private static final int ENDED_CHILDREN = 13;

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

    /** The content of {@code stat} after the program's name, which may itself hold blanks and brackets. */
    static double cpuSeconds(String stat, int firstField) {
        if (stat.isEmpty()) {
            return 0;
        }
        String[] fields = stat.substring(stat.lastIndexOf(')') + 2).split(" ");
        return (Long.parseLong(fields[firstField]) + Long.parseLong(fields[firstField + 1])) / TICKS_PER_SECOND;
    }

    private static String stat(long pid) {
        try {
            return Files.readString(Path.of("/proc", Long.toString(pid), "stat"));
        } catch (NoSuchFileException gone) {
            return "";
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

    /** Average number of runnable processes over the last minute. */
    static double load() {
        try {
            return Double.parseDouble(Files.readString(Path.of("/proc/loadavg")).split(" ")[0]);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
