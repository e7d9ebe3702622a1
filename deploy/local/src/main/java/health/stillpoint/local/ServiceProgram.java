package health.stillpoint.local;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * One program of the backend as a child process. Should it end by itself it is started again, after 1 s, 2 s, 4 s and
 * so on up to 30 s; a program that lived for a minute starts over at 1 s.
 */
public final class ServiceProgram {

    /** Longer than the longest time a program gives its requests to end, the gateway's 25 s. */
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(100);
    private static final Duration LONG_LIFE = Duration.ofMinutes(1);
    private static final int LONGEST_PAUSE_SECONDS = 30;
    private static final int DEATHS_THAT_END_A_START = 3;

    private final Program program;
    private final Home home;
    private final Path directory;
    private final List<String> javaOptions;
    private final Map<String, String> environment;
    private final StackPorts ports;
    private final HttpClient http;
    private final Consumer<String> progress;
    private Process process;
    private boolean wanted;
    private int deaths;
    private CountDownLatch unwanted = new CountDownLatch(0);

    ServiceProgram(
            Program program,
            Home home,
            Path directory,
            List<String> javaOptions,
            Map<String, String> environment,
            StackPorts ports,
            HttpClient http,
            Consumer<String> progress) {
        this.program = program;
        this.home = home;
        this.directory = directory;
        this.javaOptions = javaOptions;
        this.environment = environment;
        this.ports = ports;
        this.http = http;
        this.progress = progress;
    }

    /** Which program this is. */
    public Program program() {
        return program;
    }

    /** Its API, without a path. */
    public URI url() {
        return URI.create("http://localhost:" + ports.of(program.port()));
    }

    /** Its management interface: {@code /q/health/ready}, {@code /q/metrics}. */
    public URI managementUrl() {
        return URI.create("http://localhost:" + ports.of(program.managementPort()));
    }

    /** Its log file. */
    public Path log() {
        return home.log(program.module());
    }

    /** Its process number, or -1 while it does not run. */
    public synchronized long pid() {
        return process != null && process.isAlive() ? process.pid() : -1;
    }

    /** Starts the process and watches over it from then on; does nothing when it runs. */
    public synchronized void start() {
        if (wanted) {
            return;
        }
        wanted = true;
        deaths = 0;
        unwanted = new CountDownLatch(1);
        launch();
        Thread.ofVirtual().name("watch-" + program.module()).start(this::watch);
    }

    /** Asks the program to end and waits; after 30 s it is killed. It stays down until {@link #start()}. */
    public void stop() {
        Process ending = noLongerWanted();
        if (ending != null) {
            ending.destroy();
            awaitEnd(ending);
        }
    }

    /** Ends the program at once (kill -9). It stays down until {@link #start()}. */
    public void kill() {
        Process ending = noLongerWanted();
        if (ending != null) {
            ending.destroyForcibly();
            awaitEnd(ending);
        }
    }

    /** Stops and starts it and waits until it is ready. */
    public void restart() {
        stop();
        start();
        awaitReady(Duration.ofMinutes(2));
    }

    /** Whether it says that it can serve. */
    public boolean ready() {
        return ready(http, managementUrl());
    }

    static boolean ready(HttpClient http, URI managementUrl) {
        HttpRequest request = HttpRequest.newBuilder(managementUrl.resolve("/q/health/ready"))
                .timeout(Duration.ofSeconds(3))
                .build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
    }

    /** Waits until it is ready; fails in one line when it keeps dying or takes longer. */
    public void awaitReady(Duration patience) {
        Instant deadline = Instant.now().plus(patience);
        while (!ready()) {
            requireStillTrying();
            if (Instant.now().isAfter(deadline)) {
                throw new StackException(program.module() + " was not ready after " + patience.toSeconds() + " s. See " + log() + ".");
            }
            pause(POLL);
        }
    }

    private synchronized void requireStillTrying() {
        if (!wanted) {
            throw new StackException(program.module() + " was stopped while it started.");
        }
        if (deaths >= DEATHS_THAT_END_A_START) {
            throw new StackException(program.module() + " ended " + deaths + " times while starting: " + lastError() + " See " + log() + ".");
        }
    }

    private String lastError() {
        try (var lines = Files.lines(log(), java.nio.charset.StandardCharsets.ISO_8859_1)) {
            return lines.filter(line -> line.contains("ERROR") || line.contains("Exception"))
                    .reduce((first, last) -> last)
                    .map(String::strip)
                    .orElse("it said nothing.");
        } catch (IOException unreadable) {
            return "its log cannot be read.";
        }
    }

    private void watch() {
        int pauseSeconds = 1;
        while (true) {
            Process current = current();
            Instant started = Instant.now();
            int code = waitFor(current);
            if (!stillWanted(current)) {
                return;
            }
            pauseSeconds = Duration.between(started, Instant.now()).compareTo(LONG_LIFE) > 0 ? 1 : pauseSeconds;
            progress.accept(program.module() + " ended by itself (" + meaning(code) + "), starting again in " + pauseSeconds + " s");
            if (!relaunchAfter(Duration.ofSeconds(pauseSeconds))) {
                return;
            }
            pauseSeconds = Math.min(LONGEST_PAUSE_SECONDS, pauseSeconds * 2);
        }
    }

    private boolean relaunchAfter(Duration pause) {
        try {
            if (unwanted.await(pause.toMillis(), TimeUnit.MILLISECONDS)) {
                return false;
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return false;
        }
        synchronized (this) {
            if (wanted) {
                launch();
            }
            return wanted;
        }
    }

    private static String meaning(int code) {
        return code > 128 ? "signal " + (code - 128) : "code " + code;
    }

    private synchronized Process current() {
        return process;
    }

    private synchronized boolean stillWanted(Process ended) {
        deaths++;
        return wanted && process == ended;
    }

    private synchronized Process noLongerWanted() {
        wanted = false;
        unwanted.countDown();
        Process ending = process;
        process = null;
        return ending;
    }

    private void launch() {
        List<String> command = new ArrayList<>();
        command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
        command.addAll(javaOptions);
        command.add("-Dstillpoint.program=" + program.module());
        command.addAll(List.of("-jar", "quarkus-run.jar"));
        ProcessBuilder builder = new ProcessBuilder(command).directory(directory.toFile());
        for (StackPort port : StackPort.values()) {
            builder.environment().remove(port.variable());
        }
        builder.environment().putAll(environment);
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log().toFile()));
        try {
            process = builder.start();
            ProcessRecord.of(process.toHandle()).write(home.run(program.module() + ".pid"));
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot start " + program.module(), failed);
        }
    }

    private static int waitFor(Process process) {
        try {
            return process.waitFor();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            return -1;
        }
    }

    private void awaitEnd(Process ending) {
        try {
            if (!ending.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                progress.accept(program.module() + " did not stop within " + STOP.toSeconds() + " s and was killed");
                ending.destroyForcibly().waitFor();
            }
            Files.deleteIfExists(home.run(program.module() + ".pid"));
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void pause(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new StackException("interrupted");
        }
    }
}
