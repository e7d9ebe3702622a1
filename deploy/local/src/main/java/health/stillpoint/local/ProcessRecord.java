package health.stillpoint.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * A process we started, by its number and its start time. The number alone would name a stranger once the system has
 * given it away again, so a process is ours only when both agree.
 */
record ProcessRecord(long pid, Instant startedAt) {

    /** The kernel counts from its own start; a corrected wall clock moves the moment a little. */
    private static final Duration CLOCK_CORRECTION = Duration.ofSeconds(2);

    static ProcessRecord of(ProcessHandle process) {
        return new ProcessRecord(process.pid(), process.info().startInstant().orElse(Instant.EPOCH));
    }

    static Optional<ProcessRecord> read(Path file) {
        try {
            String[] words = Files.readString(file).trim().split(" ");
            return Optional.of(new ProcessRecord(Long.parseLong(words[0]), Instant.parse(words[1])));
        } catch (NoSuchFileException none) {
            return Optional.empty();
        } catch (IOException | RuntimeException damaged) {
            return Optional.empty();
        }
    }

    void write(Path file) {
        try {
            Files.writeString(file, pid + " " + startedAt + "\n");
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The process itself, if it still lives and is the one recorded. */
    Optional<ProcessHandle> alive() {
        return ProcessHandle.of(pid).filter(ProcessRecord::runs).filter(this::startedThen);
    }

    /** A killed process nobody has collected yet counts as alive for the system, but has no program any more. */
    private static boolean runs(ProcessHandle process) {
        return process.isAlive() && process.info().command().isPresent();
    }

    private boolean startedThen(ProcessHandle process) {
        return process.info()
                .startInstant()
                .filter(start -> Duration.between(start, startedAt).abs().compareTo(CLOCK_CORRECTION) <= 0)
                .isPresent();
    }
}
