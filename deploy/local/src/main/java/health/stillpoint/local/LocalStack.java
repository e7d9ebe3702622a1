package health.stillpoint.local;

import health.stillpoint.local.parts.LocalIssuer;
import health.stillpoint.local.parts.LocalKafka;
import health.stillpoint.local.parts.LocalKeycloak;
import health.stillpoint.local.parts.LocalPostgres;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.io.Writer;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.Executor;
import java.util.function.Consumer;
import java.util.stream.Stream;

/**
 * The whole backend on one machine, on real parts: PostgreSQL, Kafka and the issuer inside this process, the four
 * programs as child processes. Keycloak may stand in for the issuer.
 *
 * <pre>{@code
 * try (LocalStack stack = LocalStack.builder().home(directory).repository(root).ports(StackPorts.free()).build().start()) {
 *     String token = stack.token("prescriber", "harbor");
 *     stack.program(Program.SESSION).kill();
 *     stack.program(Program.SESSION).start();
 *     stack.kafka().restart();
 * }
 * }</pre>
 */
public final class LocalStack implements AutoCloseable {

    /** Name of the operator's password at Keycloak in the file of secrets. */
    static final String KEYCLOAK_OPERATOR = "keycloak-operator";

    private static final Duration READY = Duration.ofMinutes(3);
    private static final Executor VIRTUAL = task -> Thread.ofVirtual().start(task);

    private final Builder options;
    private final Home home;
    private final StackPorts ports;
    private final Set<Program> programs;
    private final Consumer<String> progress;
    private final Map<Program, ServiceProgram> running = new EnumMap<>(Program.class);
    private final Thread atExit = new Thread(this::close, "stop-stack");
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(1))
            .build();
    private HomeLock lock;
    private volatile LocalPostgres postgres;
    private volatile LocalKafka kafka;
    private volatile LocalIssuer issuer;
    private volatile LocalKeycloak keycloak;
    private volatile ProcessHandle keycloakProcess;
    private final Object partsInUse = new Object();
    private volatile boolean closing;
    private boolean closed;

    private LocalStack(Builder options) {
        this.options = options;
        this.home = new Home(options.home);
        this.ports = options.ports;
        this.programs = options.programs;
        this.progress = options.progress;
    }

    /** A stack on the usual ports, with every program, unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** The ports in use. */
    public StackPorts ports() {
        return ports;
    }

    /** The public API. */
    public URI gatewayUrl() {
        return URI.create("http://localhost:" + ports.of(StackPort.GATEWAY));
    }

    /** A program, to look at, kill or restart. */
    public ServiceProgram program(Program which) {
        return running.get(which);
    }

    /** The database server, to look into, kill or restart. */
    public LocalPostgres postgres() {
        return postgres;
    }

    /** The broker, to restart. */
    public LocalKafka kafka() {
        return kafka;
    }

    /** The issuer, to mint tokens or rotate keys; null when Keycloak signs in. */
    public LocalIssuer issuer() {
        return issuer;
    }

    /** The Keycloak that signs in instead of the issuer; null when there is none. */
    public LocalKeycloak keycloak() {
        return keycloak;
    }

    /** Where discovery starts, and what tokens name as their issuer. */
    public String issuerUrl() {
        int port = ports.of(StackPort.ISSUER);
        return options.keycloak ? LocalKeycloak.url(port) : LocalIssuer.url(port);
    }

    /** An access token of {@code <role>@<clinic>}, valid for 300 s. */
    public String token(String role, String clinic) {
        return keycloak == null
                ? issuer.token(role, clinic).serialize()
                : keycloak.client().signIn(role + "@" + clinic).accessToken();
    }

    /** An access token of a patient with their own record, valid for 300 s. */
    public String patientToken(UUID patientId, String clinic) {
        return issuer.patientToken(patientId, clinic).serialize();
    }

    /**
     * Starts everything and answers when every program is ready; on failure stops all and says why in a line. Another
     * thread may {@link #close()} meanwhile. A stack starts once; build another to start again on the same home.
     */
    public LocalStack start() {
        Instant begun = Instant.now();
        home.create();
        lock = HomeLock.take(home);
        try {
            Leftovers.end(home, progress);
            home.requireSpace();
            ports.requireFree();
            Map<Program, Path> directories = directories();
            ProcessRecord.of(ProcessHandle.current()).write(home.run("launcher.pid"));
            recordPorts();
            recordIssuer();
            Runtime.getRuntime().addShutdownHook(atExit);
            synchronized (partsInUse) {
                startParts(options.durable);
            }
            startPrograms(options.javaOptions, directories);
            progress.accept("Everything is ready after " + seconds(begun));
            return this;
        } catch (RuntimeException failed) {
            close();
            throw failed;
        }
    }

    private Map<Program, Path> directories() {
        Map<Program, Path> directories = new EnumMap<>(Program.class);
        for (Program program : programs) {
            Path built = Programs.built(options.repository, program);
            directories.put(program, options.selfContained ? home.program(program) : built);
            if (options.selfContained) {
                Programs.mirror(built, home.program(program));
            }
        }
        return directories;
    }

    private void startParts(boolean durable) {
        Secrets secrets = new Secrets(home.secrets());
        home.rotateLog("postgres");
        together(
                timed("postgres", () -> postgres = LocalPostgres.builder()
                        .dataDirectory(home.postgresData())
                        .binaries(options.selfContained ? home.postgresBinaries() : null)
                        .logFile(home.log("postgres"))
                        .port(ports.of(StackPort.POSTGRES))
                        .durable(durable)
                        .passwords(secrets::of)
                        .start()),
                timed("kafka", () -> kafka = LocalKafka.builder()
                        .dataDirectory(home.kafkaData())
                        .port(ports.of(StackPort.KAFKA))
                        .controllerPort(ports.of(StackPort.KAFKA_CONTROLLER))
                        .start()),
                options.keycloak ? timed("keycloak", () -> startKeycloak(secrets)) : timed("issuer", () -> startIssuer(secrets)));
    }

    private void startIssuer(Secrets secrets) {
        issuer = LocalIssuer.builder()
                .port(ports.of(StackPort.ISSUER))
                .keyFile(home.issuerKeys())
                .partnerSecret(secrets.of(LocalIssuer.PARTNER_CLIENT))
                .start();
    }

    private void startKeycloak(Secrets secrets) {
        home.rotateLog("keycloak");
        progress.accept("Starting Keycloak; the first time Maven fetches it (180 MB) and it takes a minute or two");
        LocalKeycloak.Builder builder = LocalKeycloak.builder()
                .directory(home.keycloak())
                .realm(options.repository.resolve("deploy/keycloak/demo/stillpoint-realm.json"))
                .logFile(home.log("keycloak"))
                .port(ports.of(StackPort.ISSUER))
                .operatorPassword(secrets.of(KEYCLOAK_OPERATOR))
                .partnerSecret(secrets.of(LocalIssuer.PARTNER_CLIENT))
                .started(process -> {
                    keycloakProcess = process;
                    ProcessRecord.of(process).write(home.run("keycloak.pid"));
                });
        try {
            keycloak = builder.start();
        } catch (IllegalStateException | UncheckedIOException failed) {
            throw new StackException(failed.getMessage(), failed);
        }
    }

    private void startPrograms(List<String> javaOptions, Map<Program, Path> directories) {
        ServiceEnvironment environment = new ServiceEnvironment(ports, postgres, kafka, issuerUrl());
        directories.forEach((program, directory) -> startProgram(new ServiceProgram(
                program, home, directory, javaOptions, environment.of(program), ports, http, progress)));
        together(running.values().stream()
                .map(program -> timed(program.program().module(), () -> program.awaitReady(READY)))
                .toArray(Runnable[]::new));
    }

    private void startProgram(ServiceProgram program) {
        synchronized (running) {
            if (closing) {
                throw new StackException("Stopped while starting.");
            }
            home.rotateLog(program.program().module());
            running.put(program.program(), program);
            program.start();
        }
    }

    private Runnable timed(String name, Runnable start) {
        return () -> {
            Instant begun = Instant.now();
            start.run();
            progress.accept("%-16s ready in %s".formatted(name, seconds(begun)));
        };
    }

    private static String seconds(Instant since) {
        return "%.1f s".formatted(Duration.between(since, Instant.now()).toMillis() / 1000.0);
    }

    private static void together(Runnable... tasks) {
        CompletableFuture<Void> firstFailure = new CompletableFuture<>();
        CompletableFuture<?>[] all = Stream.of(tasks)
                .map(task -> CompletableFuture.runAsync(task, VIRTUAL).whenComplete((done, failed) -> {
                    if (failed != null) {
                        firstFailure.completeExceptionally(failed);
                    }
                }))
                .toArray(CompletableFuture[]::new);
        try {
            CompletableFuture.anyOf(firstFailure, CompletableFuture.allOf(all)).join();
        } catch (CompletionException failed) {
            throw failed.getCause() instanceof RuntimeException reason ? reason : failed;
        }
    }

    private void recordPorts() {
        Properties recorded = new Properties();
        ports.record(recorded);
        try (Writer writer = Files.newBufferedWriter(home.run("ports"))) {
            recorded.store(writer, null);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void recordIssuer() {
        try {
            Files.writeString(home.run("issuer"), issuerUrl());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** Stops the programs, then the parts. Data stays. */
    @Override
    public synchronized void close() {
        if (closed) {
            return;
        }
        closed = true;
        forgetHook();
        stopPrograms();
        endStartOfKeycloak();
        synchronized (partsInUse) {
            together(
                    () -> closeIfStarted(kafka),
                    () -> closeIfStarted(postgres),
                    () -> closeIfStarted(issuer),
                    () -> closeIfStarted(keycloak));
        }
        http.close();
        if (lock != null) {
            forget("launcher.pid");
            forget("keycloak.pid");
            lock.release();
        }
    }

    /** A Keycloak that still starts keeps its part locked for a minute; once it ends, its start fails and lets go. */
    private void endStartOfKeycloak() {
        if (keycloak == null && keycloakProcess != null) {
            keycloakProcess.destroy();
        }
    }

    private void stopPrograms() {
        List<Runnable> stops = new ArrayList<>();
        synchronized (running) {
            closing = true;
            running.values().forEach(program -> stops.add(program::stop));
        }
        together(stops.toArray(Runnable[]::new));
    }

    private void forget(String record) {
        try {
            Files.deleteIfExists(home.run(record));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private void forgetHook() {
        try {
            Runtime.getRuntime().removeShutdownHook(atExit);
        } catch (IllegalStateException alreadyExiting) {
            // The hook is what runs this.
        }
    }

    private static void closeIfStarted(AutoCloseable part) {
        try {
            if (part != null) {
                part.close();
            }
        } catch (RuntimeException failed) {
            throw failed;
        } catch (Exception failed) {
            throw new StackException("a part did not stop: " + failed.getMessage(), failed);
        }
    }

    /** Options of a stack before it starts. */
    public static final class Builder {

        /** Small and quick to start; {@code bench} uses others. */
        public static final List<String> JAVA_OPTIONS = List.of(
                "-Xmx256m",
                "-XX:+UseSerialGC",
                "-XX:+UseCompactObjectHeaders",
                "-XX:TieredStopAtLevel=1",
                "-XX:+ExitOnOutOfMemoryError",
                "--enable-native-access=ALL-UNNAMED",
                "--sun-misc-unsafe-memory-access=allow");

        private Path home = Path.of(".stillpoint");
        private Path repository = Path.of(".");
        private StackPorts ports = StackPorts.from(Map.of());
        private Set<Program> programs = EnumSet.allOf(Program.class);
        private List<String> javaOptions = JAVA_OPTIONS;
        private Consumer<String> progress = line -> {};
        private boolean durable = true;
        private boolean selfContained;
        private boolean keycloak;

        private Builder() {}

        /** Directory of data, logs and secrets; {@code .stillpoint} when not set. */
        public Builder home(Path directory) {
            this.home = directory;
            return this;
        }

        /** Root of the repository the programs were built in. */
        public Builder repository(Path root) {
            this.repository = root;
            return this;
        }

        /** Ports of every listener; the usual ones when not set. */
        public Builder ports(StackPorts chosen) {
            this.ports = chosen;
            return this;
        }

        /** Programs to start; all four when not set. */
        public Builder programs(Set<Program> chosen) {
            this.programs = chosen.isEmpty() ? EnumSet.noneOf(Program.class) : EnumSet.copyOf(chosen);
            return this;
        }

        /** Options of the programs' Java machines, instead of small and quick ones. */
        public Builder javaOptions(List<String> options) {
            this.javaOptions = List.copyOf(options);
            return this;
        }

        /** Hears what happens, a line at a time. */
        public Builder progress(Consumer<String> listener) {
            this.progress = listener;
            return this;
        }

        /** Whether what was committed survives a power failure; true when not set. */
        public Builder durable(boolean yes) {
            this.durable = yes;
            return this;
        }

        /** Runs copies of all programs below home, so that neither a build nor a clean-up outside disturbs them. */
        public Builder selfContained(boolean yes) {
            this.selfContained = yes;
            return this;
        }

        /** Signs in with a real Keycloak and the demo realm of deploy/keycloak, instead of the embedded issuer. */
        public Builder keycloak(boolean yes) {
            this.keycloak = yes;
            return this;
        }

        /** A stack that has not started yet. */
        public LocalStack build() {
            return new LocalStack(this);
        }
    }
}
