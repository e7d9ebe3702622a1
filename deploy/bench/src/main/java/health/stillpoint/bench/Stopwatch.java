package health.stillpoint.bench;

import health.stillpoint.local.LocalStack;
import health.stillpoint.local.Program;
import health.stillpoint.local.ServiceProgram;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.DoubleSupplier;

/** Measures tasks on a running stack. */
final class Stopwatch {

    private static final Set<Program> SERVICES = Set.of(Program.PATIENT, Program.SESSION, Program.OUTCOME);
    private static final Duration RAW_WARM_UP = Duration.ofSeconds(1);
    /** Length of a measurement of one caller alone. */
    private static final Duration ALONE = Duration.ofSeconds(2);
    private static final Duration LONGEST_DRAIN = Duration.ofSeconds(30);
    private static final Duration LONGEST_UNREST = Duration.ofSeconds(40);
    private static final Duration LOOK = Duration.ofMillis(500);
    private static final double QUIET = 0.10;
    private static final Duration LONGEST_COMPILING = Duration.ofSeconds(20);
    /** Length of one load of the warm-up, after which the compilers have the processors to themselves. */
    private static final Duration SLICE = Duration.ofSeconds(10);
    /** Share of the CPU that compilers may still take when a program counts as warm. */
    private static final double WARM = 0.05;
    /** By their indexes: whoever scans the tables passes every row deleted since they were vacuumed, and that is no cost of the work. */
    private static final String WAITING = """
            select (select id from outbox where clinic_id is not null order by id limit 1) is not null
                or (select id from audit_pending order by id limit 1) is not null""";

    private final LocalStack stack;
    private final Path home;
    private final Options options;
    private final Consumer<String> progress;

    Stopwatch(LocalStack stack, Path home, Options options, Consumer<String> progress) {
        this.stack = stack;
        this.home = home;
        this.options = options;
        this.progress = progress;
    }

    /** Lets one service run and the others stand still, and waits until it has caught up. */
    void only(Program measured) {
        for (Program program : SERVICES) {
            ServiceProgram process = stack.program(program);
            if (process != null && process.pid() > 0) {
                if (program == measured) {
                    Processes.goOn(process.pid());
                } else {
                    Processes.halt(process.pid());
                }
            }
        }
        long pid = stack.program(measured).pid();
        awaitQuiet(() -> Processes.cpuSeconds(pid), LONGEST_UNREST);
    }

    /** Waits until no more than a tenth of a processor is in use, as the CPU seconds say, or for the longest time. */
    private static void awaitQuiet(DoubleSupplier cpuSeconds, Duration longest) {
        Instant end = Instant.now().plus(longest);
        double before = cpuSeconds.getAsDouble();
        while (Instant.now().isBefore(end)) {
            sleep(LOOK);
            double now = cpuSeconds.getAsDouble();
            if ((now - before) / (LOOK.toMillis() / 1000.0) < QUIET) {
                return;
            }
            before = now;
        }
    }

    /** Warms up, then measures the three ways in turn. */
    Ways ways(Task task, Connection superuser, Found found) throws Exception {
        RawRecipe recipe = recipe(task, superuser);
        found.rawRows.put(task.work(), recipe.rows());
        progress.accept(task.work().title() + ": warm-up");
        warmUp(task, Way.SERVICE, recipe, superuser);
        warmUp(task, Way.GATEWAY, recipe, superuser);
        measure(task, Way.RAW, recipe, superuser, RAW_WARM_UP);
        Map<Way, List<Measured>> measured = new EnumMap<>(Way.class);
        Map<Way, List<Measured>> alone = new EnumMap<>(Way.class);
        for (Way way : Way.values()) {
            measured.put(way, new ArrayList<>());
            alone.put(way, new ArrayList<>());
        }
        for (int round = 0; round < options.rounds(); round++) {
            progress.accept(task.work().title() + ": round " + (round + 1));
            for (Way way : order(round)) {
                measured.get(way).add(measure(task, way, recipe, superuser, options.measurement()));
            }
            for (Way way : List.of(Way.SERVICE, Way.GATEWAY, Way.GATEWAY, Way.SERVICE)) {
                alone.get(way).add(measure(task, way, recipe, superuser, ALONE, 1));
            }
        }
        return new Ways(Measured.together(measured.get(Way.RAW)), Measured.together(measured.get(Way.SERVICE)),
                Measured.together(measured.get(Way.GATEWAY)),
                Measured.together(alone.get(Way.SERVICE)).latencies(), Measured.together(alone.get(Way.GATEWAY)).latencies());
    }

    /** Each second round backwards, so that no way gains or loses by tables that grow and a machine whose speed drifts. */
    static List<Way> order(int round) {
        List<Way> ways = List.of(Way.values());
        return round % 2 == 0 ? ways : ways.reversed();
    }

    /** Loads until compilers take next to nothing, at the longest for the warm-up of the options. */
    private void warmUp(Task task, Way way, RawRecipe recipe, Connection superuser) throws Exception {
        Duration left = options.warmUp();
        double compiling = 1;
        while (left.isPositive() && compiling > WARM) {
            Duration slice = left.compareTo(SLICE) < 0 ? left : SLICE;
            compiling = measure(task, way, recipe, superuser, slice).cpu().compiling();
            awaitQuiet(() -> cpu(task).compilers(), LONGEST_COMPILING);
            left = left.minus(slice);
        }
        progress.accept("  %-8s warm after %d s of load, compilers took %.0f %% of the last CPU time".formatted(
                way, options.warmUp().minus(left).toSeconds(), compiling * 100));
    }

    /** Measures the way straight to the service alone. */
    Measured service(Task task, Connection superuser, Duration time) throws Exception {
        return measure(task, Way.SERVICE, null, superuser, time);
    }

    /** One connection straight to the service. */
    HttpWorker worker(Task task) throws IOException {
        AtomicReference<String> firstFailure = new AtomicReference<>();
        return worker(task, stack.program(task.work().program()), firstFailure);
    }

    enum Way { RAW, SERVICE, GATEWAY }

    private Measured measure(Task task, Way way, RawRecipe recipe, Connection superuser, Duration time) throws Exception {
        return measure(task, way, recipe, superuser, time, Options.CONNECTIONS);
    }

    private Measured measure(Task task, Way way, RawRecipe recipe, Connection superuser, Duration time, int connections) throws Exception {
        AtomicReference<String> firstFailure = new AtomicReference<>();
        Worker.Source source = switch (way) {
            case RAW -> () -> new RawWorker(stack.postgres().jdbcUrl(task.database()), task.database() + "_app",
                    stack.postgres().password(task.database() + "_app"), Foundation.CLINIC, recipe, task.readSql(), task.rawIds());
            case SERVICE -> () -> worker(task, stack.program(task.work().program()), firstFailure);
            case GATEWAY -> () -> worker(task, stack.program(Program.GATEWAY), firstFailure);
        };
        CpuSeconds before = cpu(task);
        Load.Result result = Load.run(source, connections, time);
        drain(superuser);
        CpuSeconds used = cpu(task).minus(before);
        if (result.requests() == 0) {
            throw new BenchFailure(task.work().title() + ": no request succeeded, the first answer was " + firstFailure.get());
        }
        if (firstFailure.get() != null) {
            progress.accept(task.work().title() + ": " + result.failures() + " failed, the first with " + firstFailure.get());
        }
        progress.accept("  %-8s %d connections %,8.0f/s  p50 %.2f ms".formatted(way, connections, result.requests() / result.seconds(), result.latencies().median()));
        return new Measured(result.requests(), result.failures(), result.seconds(), result.latencies(), used);
    }

    private HttpWorker worker(Task task, ServiceProgram program, AtomicReference<String> firstFailure) throws IOException {
        String token = stack.issuer().token(task.role(), Foundation.CLINIC.toString()).serialize();
        return new HttpWorker(program.url().getPort(), token, task.call(), task.expected(), firstFailure);
    }

    private RawRecipe recipe(Task task, Connection superuser) throws Exception {
        AtomicReference<String> firstFailure = new AtomicReference<>();
        UUID given = task.call().ids() == null ? null : nextId(task);
        HttpCall once = new HttpCall(task.call().method(), task.call().path(), task.call().body(),
                given == null ? null : IdPool.round(List.of(given)));
        Task one = new Task(task.work(), task.role(), once, task.expected(), task.readSql(), task.rawIds(), task.mark());
        drain(superuser);
        List<RowChange> changes = RowCapture.of(superuser, task.mark(), () -> {
            try (HttpWorker worker = worker(one, stack.program(task.work().program()), firstFailure)) {
                if (!worker.once()) {
                    throw new BenchFailure(task.work().title() + " was answered with " + firstFailure.get());
                }
            }
        });
        return RawRecipe.of(changes, given);
    }

    private static UUID nextId(Task task) throws IdPool.Empty {
        return task.call().ids().next();
    }

    /** Waits until every event is sent and every audit row sealed, so that this work's CPU is not counted to the next. */
    private void drain(Connection superuser) throws SQLException {
        Instant end = Instant.now().plus(LONGEST_DRAIN);
        while (waiting(superuser)) {
            if (Instant.now().isAfter(end)) {
                throw new BenchFailure("events or audit rows still wait after " + LONGEST_DRAIN.toSeconds() + " s");
            }
            sleep(Duration.ofMillis(20));
        }
    }

    private static boolean waiting(Connection superuser) throws SQLException {
        try (Statement statement = superuser.createStatement(); ResultSet row = statement.executeQuery(WAITING)) {
            row.next();
            return row.getBoolean(1);
        }
    }

    private CpuSeconds cpu(Task task) {
        long service = stack.program(task.work().program()).pid();
        long gateway = stack.program(Program.GATEWAY).pid();
        return new CpuSeconds(
                Processes.cpuSeconds(service),
                Processes.cpuSeconds(gateway),
                Processes.treeCpuSeconds(postmaster()),
                Processes.cpuSeconds(ProcessHandle.current().pid()),
                Processes.compilerCpuSeconds(service) + Processes.compilerCpuSeconds(gateway));
    }

    private long postmaster() {
        try {
            return Long.parseLong(Files.readAllLines(home.resolve("data/postgres/postmaster.pid")).getFirst().trim());
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    static void sleep(Duration time) {
        try {
            Thread.sleep(time);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new BenchFailure("interrupted");
        }
    }
}
