package health.stillpoint.local.parts;

import io.zonky.test.db.postgres.embedded.EmbeddedPostgres;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.SecureRandom;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.HexFormat;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.NoSuchElementException;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/**
 * PostgreSQL 18 as a child process on the loopback interface, with one database and four roles per service
 * ({@code <service>_owner}, {@code _migrate}, {@code _app}, {@code _relay}; see {@code postgres/roles.sql}).
 * Every login needs its password. Data survives {@link #stop()}, {@link #kill()} and the process that holds it.
 */
public final class LocalPostgres implements AutoCloseable {

    /** The services that own a database. */
    public static final List<String> SERVICES = List.of("patient", "session", "outcome");

    /** Name of the superuser. */
    public static final String SUPERUSER = "postgres";

    private static final Duration STARTUP = Duration.ofSeconds(60);
    private static final Duration SHUTDOWN = Duration.ofSeconds(30);
    private static final String CLIENT_RULES = """
            # Written by Stillpoint: every login over the loopback interface needs its password.
            host all all 127.0.0.1/32 scram-sha-256
            host all all ::1/128 scram-sha-256
            """;

    private final Path dataDirectory;
    private final Path logFile;
    private final Path binaries;
    private final int port;
    private final boolean durable;
    private final List<String> services;
    private final UnaryOperator<String> passwords;
    private EmbeddedPostgres server;

    private LocalPostgres(Builder options) {
        this.dataDirectory = options.dataDirectory == null
                ? Directories.temporary("postgres").resolve("data")
                : options.dataDirectory.toAbsolutePath();
        this.logFile = options.logFile == null ? dataDirectory.resolveSibling("postgres.log") : options.logFile;
        this.binaries = options.binaries;
        this.port = options.port == 0 ? Ports.free() : options.port;
        this.durable = options.durable;
        this.services = options.services;
        this.passwords = options.passwords == null ? generated() : options.passwords;
    }

    /** Starts fast and forgetful, from a temporary directory and a free port, unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** TCP port of the listener. */
    public int port() {
        return port;
    }

    /** JDBC URL of a service's database, without user and password. */
    public String jdbcUrl(String database) {
        return "jdbc:postgresql://localhost:" + port + "/" + database;
    }

    /** JDBC URL of a database as superuser, password included: for tests and repairs, never for a service. */
    public String superuserJdbcUrl(String database) {
        return jdbcUrl(database) + "?user=" + SUPERUSER + "&password=" + password(SUPERUSER);
    }

    /** A connection to a database as superuser, whom row-level security does not bind. */
    public Connection superuser(String database) throws SQLException {
        return DriverManager.getConnection(superuserJdbcUrl(database));
    }

    /** Password of a role such as {@code patient_app}. */
    public String password(String role) {
        return passwords.apply(role);
    }

    /** Whether the server has been started and not stopped or killed. */
    public synchronized boolean running() {
        return server != null && postmaster(dataDirectory).isPresent();
    }

    /**
     * Starts the server on its directory, after stopping one that a killed process left behind on that directory,
     * and makes sure of databases, roles and passwords. Does nothing when it runs.
     */
    public synchronized void start() {
        if (running()) {
            return;
        }
        release();
        endLeftover(dataDirectory);
        try {
            Files.deleteIfExists(dataDirectory.resolve("postmaster.pid"));
            server = launch();
            secure();
            createDatabases();
        } catch (IOException failed) {
            throw new UncheckedIOException("PostgreSQL did not start on " + dataDirectory + ", see " + logFile, failed);
        } catch (SQLException failed) {
            throw new IllegalStateException("PostgreSQL on " + dataDirectory + " refused its set-up", failed);
        }
    }

    /** Stops the server in order (a fast shutdown: open connections are closed, nothing committed is lost). */
    public synchronized void stop() {
        release();
        endLeftover(dataDirectory);
    }

    /** The server that another, ended process started on this directory, if it still lives. */
    public static Optional<ProcessHandle> leftover(Path dataDirectory) {
        return postmaster(dataDirectory.toAbsolutePath());
    }

    /** Stops a server that another, ended process started on this directory. Does nothing when there is none. */
    public static void endLeftover(Path dataDirectory) {
        leftover(dataDirectory).ifPresent(LocalPostgres::stopFast);
    }

    /** Ends the server and its backends at once, as a power failure would; {@link #start()} then recovers. */
    public synchronized void kill() {
        postmaster(dataDirectory).ifPresent(LocalPostgres::killAtOnce);
        release();
    }

    /** Stops and starts again on the same data and port. */
    public synchronized void restart() {
        stop();
        start();
    }

    @Override
    public void close() {
        stop();
    }

    private EmbeddedPostgres launch() throws IOException {
        Files.createDirectories(dataDirectory);
        Files.createDirectories(logFile.toAbsolutePath().getParent());
        EmbeddedPostgres.Builder builder = EmbeddedPostgres.builder()
                .setPort(port)
                .setDataDirectory(dataDirectory)
                .setCleanDataDirectory(false)
                .setRegisterShutdownHook(false)
                .setPGStartupWait(STARTUP)
                .setConnectConfig("password", password(SUPERUSER))
                .setOutputRedirector(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .setErrorRedirector(ProcessBuilder.Redirect.appendTo(logFile.toFile()))
                .setLocaleConfig("locale", "C.UTF-8")
                .setLocaleConfig("encoding", "UTF8");
        settings().forEach(builder::setServerConfig);
        if (binaries != null) {
            builder.setOverrideWorkingDirectory(binaries.toFile());
        }
        return builder.start();
    }

    private Map<String, String> settings() {
        Map<String, String> settings = new LinkedHashMap<>();
        settings.put("listen_addresses", "localhost");
        settings.put("max_connections", "200");
        settings.put("password_encryption", "scram-sha-256");
        settings.put("timezone", "UTC");
        settings.put("fsync", durable ? "on" : "off");
        settings.put("full_page_writes", durable ? "on" : "off");
        settings.put("synchronous_commit", durable ? "on" : "off");
        if (durable) {
            settings.put("shared_buffers", "128MB");
        } else {
            // Signing in is meant to cost a guesser time; here it would cost the tests a tenth of theirs.
            settings.put("scram_iterations", "1");
        }
        return settings;
    }

    /** A fresh cluster trusts everyone; from the first start on it trusts nobody without a password. */
    private void secure() throws SQLException, IOException {
        Path rules = dataDirectory.resolve("pg_hba.conf");
        if (Files.readString(rules).equals(CLIENT_RULES)) {
            return;
        }
        try (Connection connection = superuser("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("alter role " + SUPERUSER + " password " + statement.enquoteLiteral(password(SUPERUSER)));
            Files.writeString(rules, CLIENT_RULES);
            statement.execute("select pg_reload_conf()");
        }
    }

    private void createDatabases() throws SQLException {
        for (String service : services) {
            runTemplate("postgres", "roles.sql", service);
            createDatabase(service);
            runTemplate(service, "database.sql", service);
        }
    }

    private void createDatabase(String service) throws SQLException {
        try (Connection connection = superuser("postgres");
                PreparedStatement find = connection.prepareStatement("select from pg_database where datname = ?")) {
            find.setString(1, service);
            try (ResultSet found = find.executeQuery(); Statement create = connection.createStatement()) {
                if (!found.next()) {
                    create.execute("create database " + create.enquoteIdentifier(service, true));
                }
            }
        }
    }

    private void runTemplate(String database, String template, String service) throws SQLException {
        try (Connection connection = superuser(database); Statement statement = connection.createStatement()) {
            statement.execute(resource(template)
                    .replace(":'service'", statement.enquoteLiteral(service))
                    .replace(":'migrate_password'", statement.enquoteLiteral(password(service + "_migrate")))
                    .replace(":'app_password'", statement.enquoteLiteral(password(service + "_app")))
                    .replace(":'relay_password'", statement.enquoteLiteral(password(service + "_relay"))));
        }
    }

    private static String resource(String template) {
        try (InputStream in = LocalPostgres.class.getResourceAsStream("/postgres/" + template)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    /** The server process of this data directory, by its own pid file, if that process is one and still lives. */
    private static Optional<ProcessHandle> postmaster(Path dataDirectory) {
        Path pidFile = dataDirectory.resolve("postmaster.pid");
        try {
            if (!Files.exists(pidFile)) {
                return Optional.empty();
            }
            long pid = Long.parseLong(Files.readAllLines(pidFile).getFirst().trim());
            return ProcessHandle.of(pid).filter(ProcessHandle::isAlive).filter(process -> serves(process, dataDirectory));
        } catch (IOException | NumberFormatException | NoSuchElementException unreadable) {
            return Optional.empty();
        }
    }

    private static boolean serves(ProcessHandle process, Path dataDirectory) {
        String command = process.info().commandLine().orElse("");
        return command.contains("postgres") && command.contains(dataDirectory.toString());
    }

    private static void killAtOnce(ProcessHandle postmaster) {
        List<ProcessHandle> family = Stream.concat(Stream.of(postmaster), postmaster.descendants()).toList();
        family.forEach(ProcessHandle::destroyForcibly);
        family.forEach(LocalPostgres::awaitEnd);
    }

    private static void stopFast(ProcessHandle postmaster) {
        signalFastShutdown(postmaster.pid());
        awaitEnd(postmaster);
    }

    private static void awaitEnd(ProcessHandle process) {
        process.onExit().orTimeout(SHUTDOWN.toSeconds(), TimeUnit.SECONDS).join();
    }

    /** SIGINT asks PostgreSQL for a fast shutdown; SIGTERM, all that Java can send, would wait for its clients. */
    private static void signalFastShutdown(long pid) {
        try {
            new ProcessBuilder("kill", "-INT", Long.toString(pid)).start().waitFor();
        } catch (IOException failed) {
            throw new UncheckedIOException("cannot signal PostgreSQL", failed);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
        }
    }

    /** Stops the server in order, if it still lives, and gives back the library's handle and lock file. */
    private void release() {
        if (server == null) {
            return;
        }
        try {
            server.close();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        } finally {
            server = null;
        }
    }

    private static UnaryOperator<String> generated() {
        Map<String, String> made = new ConcurrentHashMap<>();
        SecureRandom random = new SecureRandom();
        return role -> made.computeIfAbsent(role, any -> {
            byte[] bytes = new byte[16];
            random.nextBytes(bytes);
            return HexFormat.of().formatHex(bytes);
        });
    }

    /** Options of a server before it starts. */
    public static final class Builder {
        private Path dataDirectory;
        private Path logFile;
        private Path binaries;
        private int port;
        private boolean durable;
        private List<String> services = SERVICES;
        private UnaryOperator<String> passwords;

        private Builder() {}

        /** Where the data is kept; a temporary directory, gone with this process, when not set. */
        public Builder dataDirectory(Path directory) {
            this.dataDirectory = directory;
            return this;
        }

        /** Where the server's programs are unpacked; below the system's temporary directory when null. */
        public Builder binaries(Path directory) {
            this.binaries = directory;
            return this;
        }

        /** File the server's log is appended to; beside the data directory when not set. */
        public Builder logFile(Path file) {
            this.logFile = file;
            return this;
        }

        /** Listener port; 0 takes a free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** True: a commit that was answered survives a power failure. False (for tests): it may not. */
        public Builder durable(boolean yes) {
            this.durable = yes;
            return this;
        }

        /** Services that get a database and roles; {@link #SERVICES} when not set. */
        public Builder services(String... names) {
            this.services = List.of(names);
            return this;
        }

        /** Password of each role by its name, the same over restarts; random ones when not set. */
        public Builder passwords(UnaryOperator<String> byRole) {
            this.passwords = byRole;
            return this;
        }

        /** Starts the server and answers when it accepts connections and all databases exist. */
        public LocalPostgres start() {
            LocalPostgres postgres = new LocalPostgres(this);
            if (dataDirectory == null) {
                Directories.endWithProcess(postgres::stop, postgres.dataDirectory.getParent());
            }
            postgres.start();
            return postgres;
        }
    }
}
