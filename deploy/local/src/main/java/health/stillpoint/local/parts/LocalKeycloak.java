package health.stillpoint.local.parts;

import java.io.File;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.function.Consumer;

/**
 * A real Keycloak as a child process on the loopback interface, with a realm file imported at its first start. Its
 * distribution is an artifact of Maven Central, so Maven fetches and keeps it. Accounts and keys survive {@link #close()}
 * until the realm file changes.
 */
public final class LocalKeycloak implements AutoCloseable {

    /** The version that runs; docker-compose.yml has the same one. */
    public static final String VERSION = "26.7.3";

    private static final String ARTIFACT = "org.keycloak:keycloak-quarkus-dist:" + VERSION + ":tar.gz";
    private static final String FETCHER = "org.apache.maven.plugins:maven-dependency-plugin:3.8.1:copy";
    private static final Duration READY = Duration.ofMinutes(5);
    private static final Duration STOP = Duration.ofSeconds(30);
    private static final Duration POLL = Duration.ofMillis(500);

    private final Builder options;
    private final Path distribution;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private Process process;
    private volatile boolean closed;

    private LocalKeycloak(Builder options) {
        this.options = options;
        this.distribution = options.directory.toAbsolutePath().resolve("keycloak-" + VERSION);
    }

    /** Everything but the operator's and the partner's password has to be set. */
    public static Builder builder() {
        return new Builder();
    }

    /** The issuer URL of the realm: value of {@code quarkus.oidc.auth-server-url} and of the claim {@code iss}. */
    public String url() {
        return url(options.port);
    }

    /** The issuer URL of a Keycloak on this port. */
    public static String url(int port) {
        return "http://localhost:" + port + "/realms/stillpoint";
    }

    /** Asks for tokens. */
    public IssuerClient client() {
        return new IssuerClient(URI.create(url()), http);
    }

    /** Does what an operator does. */
    public KeycloakOperator operator() {
        return new KeycloakOperator(URI.create(url()), options.operatorPassword, http);
    }

    /** The process, for whoever has to end it after a crash. */
    public synchronized ProcessHandle process() {
        return process.toHandle();
    }

    private void start() {
        if (!Files.exists(distribution.resolve("bin/kc.sh"))) {
            fetch();
        }
        try {
            takeRealm(Files.createDirectories(distribution.resolve("data/import")).resolve("stillpoint-realm.json"));
            launch();
        } catch (IOException failed) {
            throw new UncheckedIOException("Keycloak cannot start in " + distribution, failed);
        }
        options.started.accept(process());
        awaitReady();
    }

    /** Keycloak imports a realm only when it has none, so another file means starting from nothing. */
    private void takeRealm(Path imported) throws IOException {
        if (!Files.exists(imported) || Files.mismatch(imported, options.realm) >= 0) {
            Directories.delete(distribution.resolve("data/h2"));
            Files.copy(options.realm, imported, StandardCopyOption.REPLACE_EXISTING);
        }
    }

    private void fetch() {
        try {
            Path unpacked = Files.createDirectories(options.directory.toAbsolutePath().resolve("unpacking"));
            run(List.of("mvn", "-q", "-B", FETCHER, "-Dartifact=" + ARTIFACT, "-DoutputDirectory=" + unpacked));
            Path archive = unpacked.resolve("keycloak-quarkus-dist-" + VERSION + ".tar.gz");
            run(List.of("tar", "-xzf", archive.toString(), "-C", unpacked.toString()));
            Files.move(unpacked.resolve("keycloak-" + VERSION), distribution, StandardCopyOption.ATOMIC_MOVE);
            Directories.delete(unpacked);
        } catch (IOException failed) {
            throw new UncheckedIOException("Keycloak cannot be unpacked below " + options.directory, failed);
        }
    }

    private void run(List<String> command) throws IOException {
        ProcessBuilder builder = new ProcessBuilder(command).directory(options.directory.toFile());
        builder.environment().put("JAVA_HOME", System.getProperty("java.home"));
        builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log()));
        try {
            if (builder.start().waitFor() != 0) {
                throw new IllegalStateException(command.getFirst() + " could not fetch or unpack " + ARTIFACT + ". See " + log() + ".");
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private synchronized void launch() throws IOException {
        if (closed) {
            throw new IllegalStateException("stopped while starting");
        }
        ProcessBuilder builder = new ProcessBuilder(distribution.resolve("bin/kc.sh").toString(), "start-dev", "--import-realm");
        builder.environment().putAll(Map.of(
                "JAVA_HOME", System.getProperty("java.home"),
                "JAVA_OPTS_KC_HEAP", "-Xms64m -Xmx384m",
                "JAVA_OPTS_APPEND", "-XX:TieredStopAtLevel=1",
                "KC_HTTP_HOST", "127.0.0.1",
                "KC_HTTP_PORT", Integer.toString(options.port),
                "KC_HOSTNAME", "http://localhost:" + options.port,
                "KC_BOOTSTRAP_ADMIN_USERNAME", KeycloakOperator.LOGIN,
                "KC_BOOTSTRAP_ADMIN_PASSWORD", options.operatorPassword,
                "STILLPOINT_PARTNER_HARBOR_SECRET", options.partnerSecret));
        process = builder.redirectErrorStream(true).redirectOutput(ProcessBuilder.Redirect.appendTo(log())).start();
    }

    private File log() {
        return options.logFile.toFile();
    }

    private void awaitReady() {
        URI discovery = URI.create(url() + "/.well-known/openid-configuration");
        Instant deadline = Instant.now().plus(READY);
        while (!answers(discovery)) {
            if (closed || !process().isAlive()) {
                throw new IllegalStateException("Keycloak ended while it started. See " + log() + ".");
            }
            if (Instant.now().isAfter(deadline)) {
                close();
                throw new IllegalStateException("Keycloak was not ready after " + READY.toSeconds() + " s. See " + log() + ".");
            }
            pause();
        }
    }

    private boolean answers(URI discovery) {
        HttpRequest request = HttpRequest.newBuilder(discovery).timeout(Duration.ofSeconds(5)).build();
        try {
            return http.send(request, HttpResponse.BodyHandlers.discarding()).statusCode() == 200;
        } catch (IOException notYet) {
            return false;
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    private static void pause() {
        try {
            Thread.sleep(POLL);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
    }

    /** Stops it in order; after 30 s it is killed. */
    @Override
    public void close() {
        Process ending;
        synchronized (this) {
            closed = true;
            ending = process;
        }
        if (ending == null) {
            return;
        }
        List<ProcessHandle> family = ending.descendants().toList();
        ending.destroy();
        try {
            if (!ending.waitFor(STOP.toSeconds(), TimeUnit.SECONDS)) {
                family.forEach(ProcessHandle::destroyForcibly);
                ending.destroyForcibly().waitFor();
            }
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Options of a Keycloak before it starts. */
    public static final class Builder {
        private Path directory;
        private Path realm;
        private Path logFile;
        private int port;
        private String operatorPassword = Grants.newId();
        private String partnerSecret = Grants.newId();
        private Consumer<ProcessHandle> started = process -> {};

        private Builder() {}

        /** Where the distribution is unpacked and its data lies. */
        public Builder directory(Path path) {
            this.directory = path;
            return this;
        }

        /** The realm to import when there is none yet. */
        public Builder realm(Path file) {
            this.realm = file;
            return this;
        }

        /** File its log is appended to. */
        public Builder logFile(Path file) {
            this.logFile = file.toAbsolutePath();
            return this;
        }

        /** Listener port. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** Password of {@link KeycloakOperator#LOGIN}, set at the first start. */
        public Builder operatorPassword(String password) {
            this.operatorPassword = password;
            return this;
        }

        /** Secret of {@link LocalIssuer#PARTNER_CLIENT}, set at the first start. */
        public Builder partnerSecret(String secret) {
            this.partnerSecret = secret;
            return this;
        }

        /** Hears of the process as soon as it runs. */
        public Builder started(Consumer<ProcessHandle> listener) {
            this.started = listener;
            return this;
        }

        /** Fetches the distribution if it is not there, starts Keycloak and answers when the realm is served. */
        public LocalKeycloak start() {
            LocalKeycloak keycloak = new LocalKeycloak(this);
            try {
                Files.createDirectories(directory);
                keycloak.start();
                return keycloak;
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }
}
