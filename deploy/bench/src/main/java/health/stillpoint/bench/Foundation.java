package health.stillpoint.bench;

import health.stillpoint.local.LocalStack;
import health.stillpoint.local.Program;
import health.stillpoint.local.ServiceProgram;
import health.stillpoint.local.StackPorts;
import health.stillpoint.local.walkthrough.ApiClient;
import health.stillpoint.local.walkthrough.DemoTokens;
import health.stillpoint.local.walkthrough.Reporter;
import health.stillpoint.local.walkthrough.Walkthrough;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.Consumer;
import java.util.stream.Stream;

/** One run: a fresh stack, prepared data, each piece of work three ways in turn, then the layers. */
final class Foundation implements AutoCloseable {

    /** A clinic that is no sandbox, as a real one is. */
    static final UUID CLINIC = UUID.fromString("0197a000-0000-7000-8000-0000000000bb");
    /** As in production (deploy/kubernetes), with the heap in numbers: at most 60 % of 640 MiB, at first a 64th, as Java chooses. */
    static final List<String> JAVA_OPTIONS = List.of("-Xmx384m", "-Xms10m", "-XX:+UseSerialGC", "-XX:+UseCompactObjectHeaders",
            "-XX:+ExitOnOutOfMemoryError", "--enable-native-access=ALL-UNNAMED", "--sun-misc-unsafe-memory-access=allow");
    private static final Duration LONGEST_START = Duration.ofMinutes(2);
    private static final Duration IDLE = Duration.ofSeconds(4);
    private static final int SESSIONS = 20_000;

    private final Options options;
    private final Path home;
    private final Path root;
    private final Consumer<String> progress;
    private final Found found = new Found();
    private LocalStack stack;
    private Stopwatch stopwatch;

    Foundation(Options options, Path home, Path root, Consumer<String> progress) {
        this.options = options;
        this.home = home;
        this.root = root;
        this.progress = progress;
    }

    void run() throws Exception {
        String quietness = Processes.quietness();
        Set<Work> works = possible();
        start(works);
        conditions(quietness);
        stopwatch = new Stopwatch(stack, home, options, progress);
        Walkthrough.Made made = walkthrough(works);
        try (Connection patient = stack.postgres().superuser("patient")) {
            sessionWork(works, made);
            outcomeWork(works, made);
            patientWork(works, patient);
        }
    }

    /** What was measured until now. */
    Found found() {
        return found;
    }

    // ---- what can be measured ---------------------------------------------------------------------------------

    private Set<Work> possible() {
        Set<Work> works = options.works().isEmpty() ? EnumSet.noneOf(Work.class) : EnumSet.copyOf(options.works());
        List<String> missing = Stream.of(Program.values())
                .filter(program -> !Files.exists(root.resolve(program.module()).resolve("target/quarkus-app/quarkus-run.jar")))
                .map(Program::module).toList();
        if (!missing.isEmpty() && works.removeIf(work -> work.program() != Program.PATIENT)) {
            found.remarks.add("Vital signs and GAD-7 were left out: not built are " + String.join(", ", missing) + ".");
        }
        return works;
    }

    private void start(Set<Work> works) throws IOException, InterruptedException {
        clear(home);
        Files.createDirectories(home);
        boolean all = works.stream().anyMatch(work -> work.program() != Program.PATIENT);
        Set<Program> programs = all ? EnumSet.allOf(Program.class) : EnumSet.of(Program.PATIENT, Program.GATEWAY);
        for (Program program : programs) {
            progress.accept("A training run of " + program.module() + ", as its image has one");
            KeptStart.keep(program, root, home.resolve("training.log"), JAVA_OPTIONS);
        }
        Files.writeString(optionsFile(), String.join("\n", startOptions()));
        stack = LocalStack.builder()
                .home(home)
                .repository(root)
                .ports(StackPorts.free())
                .programs(programs)
                .javaOptions(List.of("@" + optionsFile()))
                .progress(progress)
                .build()
                .start();
        for (ServiceProgram program : running().toList()) {
            found.starts.put(program.program(), startAlone(program));
        }
    }

    /** Starts a program again while the others have nothing to do. */
    private static Found.Start startAlone(ServiceProgram program) {
        program.stop();
        Stopwatch.sleep(IDLE);
        long begin = System.nanoTime();
        program.start();
        program.awaitReady(LONGEST_START);
        double seconds = (System.nanoTime() - begin) / 1e9;
        double cpu = Processes.cpuSeconds(program.pid());
        Stopwatch.sleep(IDLE);
        return new Found.Start(seconds, cpu, Processes.proportionalMegabytes(program.pid()));
    }

    private static List<String> startOptions() {
        return Stream.concat(JAVA_OPTIONS.stream(), KeptStart.options().stream()).toList();
    }

    private Stream<ServiceProgram> running() {
        return Stream.of(Program.values()).map(stack::program).filter(program -> program != null && program.pid() > 0);
    }

    /** One argument file for all programs; a program reads it when it starts. */
    private Path optionsFile() {
        return home.resolve("java-options");
    }

    /** Empties a directory a benchmark works in. */
    static void clear(Path directory) throws IOException {
        if (Files.exists(directory)) {
            try (Stream<Path> walk = Files.walk(directory)) {
                for (Path path : walk.sorted(Comparator.reverseOrder()).toList()) {
                    Files.delete(path);
                }
            }
        }
    }

    private Walkthrough.Made walkthrough(Set<Work> works) {
        if (works.stream().allMatch(work -> work.program() == Program.PATIENT)) {
            return null;
        }
        progress.accept("One patient is led from registration to integration through the API");
        try (HttpClient http = HttpClient.newBuilder().connectTimeout(Duration.ofSeconds(5)).build()) {
            ApiClient api = new ApiClient(stack.gatewayUrl(), new DemoTokens(URI.create(stack.issuer().url()), http), http);
            return Walkthrough.run(api, Reporter.quiet());
        } catch (RuntimeException failed) {
            works.removeIf(work -> work.program() != Program.PATIENT);
            found.remarks.add("Vital signs and GAD-7 were left out: the walkthrough that prepares them failed (" + failed.getMessage() + ").");
            return null;
        }
    }

    // ---- the work ---------------------------------------------------------------------------------------------

    private void sessionWork(Set<Work> works, Walkthrough.Made made) throws Exception {
        if (made == null || !works.contains(Work.VITALS) && !works.contains(Work.BATCH)) {
            return;
        }
        try (Connection session = stack.postgres().superuser("session")) {
            progress.accept("Copying a checked-in session " + SESSIONS + " times");
            List<UUID> sessions = new Preparation(session, CLINIC).checkedInSessions(made.dosingSessionId(), SESSIONS);
            found.remarks.add(SESSIONS + " checked-in sessions were copied by SQL from the one the walkthrough made through the API.");
            stopwatch.only(Program.SESSION);
            for (Work work : List.of(Work.VITALS, Work.BATCH)) {
                if (works.contains(work)) {
                    HttpCall call = new HttpCall("POST", "/api/v1/sessions/" + HttpCall.ID + "/vital-signs",
                            Bodies.vitalSigns(work.units()), IdPool.round(sessions));
                    Task task = new Task(work, "monitor", call, 201, null, IdPool.round(sessions), "vital_sign");
                    found.ways.put(work, stopwatch.ways(task, session, found));
                }
            }
            found.diskPerHundredThousandSets = number(session, """
                    select pg_total_relation_size('vital_sign') / 1e6 / count(*) * 100000 from vital_sign""");
        }
    }

    private void outcomeWork(Set<Work> works, Walkthrough.Made made) throws Exception {
        if (made == null || !works.contains(Work.GAD7)) {
            return;
        }
        try (Connection outcome = stack.postgres().superuser("outcome")) {
            long seconds = options.warmUp().toSeconds() * 2 + options.measurement().toSeconds() * options.rounds() * 2 + 2;
            int calls = (int) (1500 * seconds);
            int raw = (int) (5000 * (options.measurement().toSeconds() * options.rounds() + 2));
            progress.accept("Copying an open assessment " + (calls + raw) + " times");
            List<UUID> assessments = new Preparation(outcome, CLINIC).openAssessments(made.baselineAssessmentId(), calls + raw);
            found.remarks.add((calls + raw) + " open assessments were copied by SQL from the one the walkthrough made through the API.");
            stopwatch.only(Program.OUTCOME);
            HttpCall call = new HttpCall("POST", "/api/v1/assessments/" + HttpCall.ID + "/responses", Bodies.GAD7,
                    IdPool.once(assessments.subList(0, calls)));
            Task task = new Task(Work.GAD7, "therapist", call, 201, null, IdPool.once(assessments.subList(calls, calls + raw)),
                    "questionnaire_response");
            found.ways.put(Work.GAD7, stopwatch.ways(task, outcome, found));
        }
    }

    private void patientWork(Set<Work> works, Connection patient) throws Exception {
        if (works.stream().noneMatch(work -> work.program() == Program.PATIENT) && !options.layers()) {
            return;
        }
        stopwatch.only(Program.PATIENT);
        Task create = new Task(Work.CREATE, "therapist", new HttpCall("POST", "/api/v1/patients", Bodies.PATIENT, null), 201, null,
                null, "patient");
        if (works.contains(Work.CREATE)) {
            found.ways.put(Work.CREATE, stopwatch.ways(create, patient, found));
            found.commitToConsumer = commitToConsumer(create);
        } else {
            stopwatch.service(create, patient, Duration.ofSeconds(2));
        }
        List<UUID> patients = new Preparation(patient, CLINIC)
                .ids("select id from patient where clinic_id = '" + CLINIC + "' order by random() limit 10000");
        Task read = new Task(Work.READ, "therapist", new HttpCall("GET", "/api/v1/patients/" + HttpCall.ID, null, IdPool.round(patients)),
                200, "select * from patient where id = ?", IdPool.round(patients), "audit_pending");
        if (works.contains(Work.READ)) {
            found.ways.put(Work.READ, stopwatch.ways(read, patient, found));
        }
        if (options.layers()) {
            layers(create, read, patient);
        }
    }

    private Latencies commitToConsumer(Task create) throws Exception {
        progress.accept("Commit to consumer");
        CommitToConsumer relay = new CommitToConsumer(stack.kafka().bootstrapServers(), "patient.events.v1", "patient.registered.v1");
        try (Worker maker = stopwatch.worker(create)) {
            relay.measure(maker, Duration.ofSeconds(1));
            return relay.measure(maker, options.measurement().multipliedBy(2));
        }
    }

    private void layers(Task create, Task read, Connection patient) throws Exception {
        for (String without : Layer.sequence()) {
            progress.accept("Layers: without " + (without.isEmpty() ? "nothing" : without));
            List<String> javaOptions = Stream.concat(startOptions().stream(), Stream.of("-Dquarkus.profile=local,bench")).toList();
            Files.writeString(optionsFile(), String.join("\n", javaOptions)
                    + (without.isEmpty() ? "" : "\n-Dstillpoint.bench.without=" + without));
            long begin = System.nanoTime();
            ServiceProgram program = stack.program(Program.PATIENT);
            program.stop();
            long stopped = System.nanoTime();
            program.start();
            program.awaitReady(Duration.ofMinutes(2));
            double startSeconds = (System.nanoTime() - stopped) / 1e9;
            progress.accept("  restarted in %.1f s".formatted((System.nanoTime() - begin) / 1e9));
            stopwatch.service(create, patient, options.warmUp());
            stopwatch.service(read, patient, options.warmUp().dividedBy(2));
            found.layers.add(new Layer(without, startSeconds,
                    stopwatch.service(create, patient, options.measurement()), stopwatch.service(read, patient, options.measurement())));
        }
    }

    private void conditions(String quietness) throws SQLException {
        String database;
        try (Connection connection = stack.postgres().superuser("patient")) {
            database = text(connection, """
                    select 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync')
                        || ', full_page_writes ' || current_setting('full_page_writes')
                        || ', synchronous_commit ' || current_setting('synchronous_commit')
                        || ', shared_buffers ' || current_setting('shared_buffers')""");
        }
        found.conditions = ("Machine: %s; %s. Generator, broker, services and database share it. %s. "
                        + "Java %s, services with %s. %d connections, %d s a measurement, %d rounds of raw JDBC, service, gateway in turn, "
                        + "after %d s of warm-up; services that are not measured stand still. A clinic that is no sandbox; "
                        + "no idempotency key twice; the database began empty.")
                .formatted(Processes.machine(), quietness, database, Runtime.version(), JAVA_OPTIONS.getFirst(), Options.CONNECTIONS,
                        options.measurement().toSeconds(), options.rounds(), options.warmUp().toSeconds());
    }

    private static double number(Connection connection, String sql) throws SQLException {
        return Double.parseDouble(text(connection, sql));
    }

    private static String text(Connection connection, String sql) throws SQLException {
        try (Statement statement = connection.createStatement(); ResultSet row = statement.executeQuery(sql)) {
            row.next();
            return row.getString(1);
        }
    }

    @Override
    public void close() {
        if (stack != null) {
            running().forEach(program -> Processes.goOn(program.pid()));
            stack.close();
        }
    }
}
