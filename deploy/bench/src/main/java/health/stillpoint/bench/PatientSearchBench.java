package health.stillpoint.bench;

import health.stillpoint.local.LocalStack;
import health.stillpoint.local.Program;
import health.stillpoint.local.ServiceProgram;
import health.stillpoint.local.StackPorts;
import java.io.IOException;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import java.util.function.Function;

/** {@code ./stillpoint bench patients}: searches a register of a million patients over HTTP, straight to the service. */
final class PatientSearchBench implements AutoCloseable {

    /** What the project set out to reach for each search. */
    private static final double TARGET_P99_MILLISECONDS = 50;
    private static final UUID SMALL_CLINIC = UUID.fromString("0197a000-0000-7000-8000-100000000005");
    private static final int CONNECTIONS = 2;
    private static final int QUERIES = 2_000;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final Duration MEASUREMENT = Duration.ofSeconds(10);
    private static final Duration LONGEST_LOGGING = Duration.ofSeconds(10);

    private final Path home;
    private final Path root;
    private final Consumer<String> progress;
    private final HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).connectTimeout(Duration.ofSeconds(5)).build();
    private LocalStack stack;

    PatientSearchBench(Path home, Path root, Consumer<String> progress) {
        this.home = home;
        this.root = root;
        this.progress = progress;
    }

    /** A patient whose name and numbers searches are made of. */
    private record Person(String family, String given, String number) {}

    /** @param paths what is asked, in turn */
    private record Search(String title, UUID clinic, List<String> paths) {}

    String run() throws Exception {
        String quietness = Processes.quietness();
        start();
        StringBuilder report = new StringBuilder();
        try (Connection superuser = stack.postgres().superuser("patient")) {
            new SyntheticRegister(superuser, Foundation.CLINIC, progress).fill();
            List<Search> searches = searches(superuser);
            report.append(conditions(superuser, quietness));
            report.append("\n| search | answers | p50 ms | p99 ms | below %.0f ms |%n|---|--:|--:|--:|---|%n".formatted(TARGET_P99_MILLISECONDS));
            for (Search search : searches) {
                measure(search, WARM_UP);
            }
            for (Search search : searches) {
                report.append(line(search, measure(search, MEASUREMENT)));
            }
            report.append(plans(superuser, searches));
        }
        return report.toString();
    }

    private void start() throws IOException {
        Foundation.clear(home);
        Files.createDirectories(home);
        Files.writeString(home.resolve("java-options"), String.join("\n", Foundation.JAVA_OPTIONS));
        stack = LocalStack.builder().home(home).repository(root).ports(StackPorts.free()).programs(EnumSet.of(Program.PATIENT))
                .javaOptions(List.of("@" + home.resolve("java-options"))).progress(progress).build().start();
    }

    // ---- what is asked ------------------------------------------------------------------------------------------

    private static List<Search> searches(Connection superuser) throws SQLException {
        List<Person> people = people(superuser, Foundation.CLINIC, "true");
        List<Person> accented = people(superuser, Foundation.CLINIC, "name ->> 'family' ~ '[^ -~]'");
        List<Person> small = people(superuser, SMALL_CLINIC, "true");
        Random random = new Random(42);
        List<String> states = List.of("REFERRED", "INTAKE", "CANDIDACY_REVIEW", "IN_COURSE", "FOLLOW_UP", "CLOSED");
        return List.of(
                search("misspelled family name", people, person -> text(misspelled(person.family(), random))),
                search("misspelled family and given name", people,
                        person -> text(misspelled(person.given(), random) + " " + misspelled(person.family(), random))),
                search("given name as it is (the commonest included)", people, person -> text(person.given())),
                search("family name without its accents", accented, person -> text(java.text.Normalizer
                        .normalize(person.family(), java.text.Normalizer.Form.NFD).replaceAll("\\p{M}", ""))),
                search("beginning of a name", people, person -> text(person.family().substring(0, Math.min(4, person.family().length())))),
                search("identifier", people, person -> "identifier=" + encoded("urn:example:insurance|" + person.number())),
                search("programme state", people, person -> "programmeState=" + states.get(random.nextInt(states.size()))),
                search("programme state and misspelled name", people, person -> "programmeState=INTAKE&"
                        + text(misspelled(person.family(), random))),
                new Search("misspelled family name, in a clinic of 1,000", SMALL_CLINIC,
                        small.stream().map(person -> text(misspelled(person.family(), random))).toList()));
    }

    private static Search search(String title, List<Person> people, Function<Person, String> query) {
        return new Search(title, Foundation.CLINIC, people.stream().map(query).toList());
    }

    private static List<Person> people(Connection superuser, UUID clinic, String which) throws SQLException {
        List<Person> people = new ArrayList<>();
        try (PreparedStatement select = superuser.prepareStatement("""
                select name ->> 'family', name -> 'given' ->> 0, i.value from patient p
                  join patient_identifier i on i.clinic_id = p.clinic_id and i.patient_id = p.id
                 where p.clinic_id = ? and %s order by md5(p.id::text) limit %d""".formatted(which, QUERIES))) {
            select.setObject(1, clinic);
            try (ResultSet row = select.executeQuery()) {
                while (row.next()) {
                    people.add(new Person(row.getString(1), row.getString(2), row.getString(3)));
                }
            }
        }
        return people;
    }

    /** One letter left out, doubled, or two exchanged, never the first. */
    private static String misspelled(String name, Random random) {
        if (name.length() < 4) {
            return name;
        }
        int at = 1 + random.nextInt(name.length() - 2);
        return switch (random.nextInt(3)) {
            case 0 -> name.substring(0, at) + name.substring(at + 1);
            case 1 -> name.substring(0, at) + name.charAt(at) + name.substring(at);
            default -> name.substring(0, at) + name.charAt(at + 1) + name.charAt(at) + name.substring(at + 2);
        };
    }

    private static String text(String name) {
        return "text=" + encoded(name);
    }

    private static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    // ---- measuring ----------------------------------------------------------------------------------------------

    private Load.Result measure(Search search, Duration time) throws Exception {
        AtomicInteger next = new AtomicInteger();
        AtomicReference<String> firstFailure = new AtomicReference<>();
        String token = stack.issuer().token("monitor", search.clinic().toString()).serialize();
        Load.Result result = Load.run(() -> new Asking(search, token, next, firstFailure), CONNECTIONS, time);
        if (result.failures() > 0 || result.requests() == 0) {
            throw new BenchFailure(search.title() + ": " + result.failures() + " failed, the first with " + firstFailure.get());
        }
        progress.accept("%-45s %,7d answers  p50 %.1f ms  p99 %.1f ms".formatted(
                search.title(), result.requests(), result.latencies().median(), result.latencies().p99()));
        return result;
    }

    private String line(Search search, Load.Result result) {
        return "| %s | %,d | %.1f | %.1f | %s |%n".formatted(search.title(), result.requests(), result.latencies().median(),
                result.latencies().p99(), result.latencies().p99() < TARGET_P99_MILLISECONDS ? "yes" : "**no**");
    }

    private final class Asking implements Worker {

        private final Search search;
        private final String token;
        private final AtomicInteger next;
        private final AtomicReference<String> firstFailure;

        Asking(Search search, String token, AtomicInteger next, AtomicReference<String> firstFailure) {
            this.search = search;
            this.token = token;
            this.next = next;
            this.firstFailure = firstFailure;
        }

        @Override
        public boolean once() throws IOException, InterruptedException {
            HttpResponse<String> answer = ask(search.paths().get(next.getAndIncrement() % search.paths().size()), token);
            if (answer.statusCode() != 200) {
                firstFailure.compareAndSet(null, answer.statusCode() + " " + answer.body());
            }
            return answer.statusCode() == 200;
        }

        @Override
        public void close() {
            // The client is shared.
        }
    }

    private HttpResponse<String> ask(String query, String token) throws IOException, InterruptedException {
        URI service = URI.create("http://localhost:" + stack.program(Program.PATIENT).url().getPort() + "/api/v1/patients?" + query);
        return http.send(HttpRequest.newBuilder(service).header("Authorization", "Bearer " + token).build(),
                HttpResponse.BodyHandlers.ofString());
    }

    // ---- plans --------------------------------------------------------------------------------------------------

    /** The server itself logs the plans of the service's own statements, under the service's own role. */
    private String plans(Connection superuser, List<Search> searches) throws Exception {
        progress.accept("Query plans");
        try (Statement statement = superuser.createStatement()) {
            statement.execute("alter role patient_app set session_preload_libraries = 'auto_explain'");
            statement.execute("alter role patient_app set auto_explain.log_min_duration = 0");
            statement.execute("alter role patient_app set auto_explain.log_analyze = on");
            statement.execute("alter role patient_app set auto_explain.log_buffers = on");
            statement.execute("alter role patient_app set auto_explain.log_nested_statements = on");
        }
        ServiceProgram service = stack.program(Program.PATIENT);
        service.stop();
        service.start();
        service.awaitReady(Duration.ofMinutes(2));
        Map<String, String> plans = new LinkedHashMap<>();
        for (Search search : searches) {
            String token = stack.issuer().token("monitor", search.clinic().toString()).serialize();
            Path log = home.resolve("logs/postgres.log");
            ask(search.paths().getFirst(), token);
            long before = Files.size(log);
            ask(search.paths().getFirst(), token);
            plans.put(search.title(), plansBehind(log, before));
        }
        StringBuilder text = new StringBuilder("\n## Query plans\n\nWritten by `auto_explain` while the service answered, as its role "
                + "`patient_app` with row-level security on. The names are invented.\n");
        plans.forEach((title, plan) -> text.append("\n### ").append(title).append("\n\n```\n").append(plan).append("```\n"));
        return text.toString();
    }

    /** The plans behind a place in the server's log, as soon as they are there: each backend writes its own, before its commit. */
    private static String plansBehind(Path log, long place) throws IOException {
        Instant end = Instant.now().plus(LONGEST_LOGGING);
        while (Instant.now().isBefore(end)) {
            byte[] all = Files.readAllBytes(log);
            String plans = PlanLog.of(new String(all, (int) place, all.length - (int) place, StandardCharsets.UTF_8));
            if (!plans.isEmpty()) {
                return plans;
            }
            Stopwatch.sleep(Duration.ofMillis(20));
        }
        return "none within " + LONGEST_LOGGING.toSeconds() + " s\n";
    }

    private String conditions(Connection superuser, String quietness) throws SQLException {
        try (Statement statement = superuser.createStatement(); ResultSet row = statement.executeQuery("""
                select 'PostgreSQL ' || current_setting('server_version') || ', fsync ' || current_setting('fsync') || ', shared_buffers '
                    || current_setting('shared_buffers') || '; ' || (select to_char(count(*), 'FM9,999,999') from patient) || ' patients, '
                    || (select to_char(count(*), 'FM9,999,999') from patient where clinic_id = '%s') || ' of them in one clinic whose names have '
                    || (select to_char(count(*), 'FM9,999,999') from name_word where clinic_id = '%s') || ' different words; patient '
                    || pg_size_pretty(pg_total_relation_size('patient')) || ', search tables '
                    || pg_size_pretty(pg_total_relation_size('patient_name_word') + pg_total_relation_size('name_trigram')
                                      + pg_total_relation_size('name_word'))""".formatted(Foundation.CLINIC, Foundation.CLINIC))) {
            row.next();
            return "Machine: %s; %s. %s. HTTP straight to the service on %d connections, each asking "
                            .formatted(Processes.machine(), quietness,
                                    row.getString(1), CONNECTIONS)
                    + "again when answered; %d s each after %d s of warm-up; pages of 50; up to %,d different questions each. Token, ".formatted(
                            MEASUREMENT.toSeconds(), WARM_UP.toSeconds(), QUERIES)
                    + "row-level security and audit are part of every answer.\n";
        }
    }

    @Override
    public void close() {
        http.close();
        if (stack != null) {
            stack.close();
        }
    }
}
