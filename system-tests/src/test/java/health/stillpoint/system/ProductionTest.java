package health.stillpoint.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.local.LocalStack;
import health.stillpoint.local.Program;
import health.stillpoint.local.Rehearsal;
import health.stillpoint.local.parts.DemoRealm;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;

/** The four programs as production starts them, and everything they refuse to start with. */
@Order(50)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class ProductionTest {

    private static final Path FOLDER = Path.of("target", "rehearsal").toAbsolutePath();
    private static final Duration START = Duration.ofMinutes(3);
    private static final Map<Program, String> DOORS = Map.of(
            Program.PATIENT, "/api/v1/patients",
            Program.SESSION, "/api/v1/courses",
            Program.OUTCOME, "/api/v1/assessments",
            Program.GATEWAY, "/api/v1/patients");

    private final Map<Program, Process> started = new EnumMap<>(Program.class);
    private Rehearsal parts;

    @BeforeAll
    void start() {
        parts = Rehearsal.start(FOLDER);
    }

    @AfterEach
    void endPrograms() throws InterruptedException {
        started.values().forEach(Process::destroy);
        for (Process process : started.values()) {
            if (!process.waitFor(30, TimeUnit.SECONDS)) {
                process.destroyForcibly().waitFor();
            }
        }
        started.clear();
    }

    @AfterAll
    void stop() {
        if (parts != null) {
            parts.close();
        }
    }

    @Test
    void everyProgramStartsAndAnswersTheClinicsTokensAlone() {
        for (Program program : Program.values()) {
            started.put(program, launch(program, Map.of()));
        }
        for (Program program : Program.values()) {
            Await.until(program + " is ready", START, () -> Http.to(management(program), "/q/health/ready").get().status() == 200);
        }
        for (Program program : Program.values()) {
            assertThat(ask(program, parts.token("prescriber", "harbor"))).as(program + " with a token").isEqualTo(200);
            assertThat(Http.to(url(program), DOORS.get(program)).get().status()).as(program + " without").isEqualTo(401);
            assertThat(parts.settings(program)).as("environment").noneSatisfy((name, value) -> assertThat(name).contains("PASSWORD"));
        }
        assertThat(Http.to(url(Program.GATEWAY), "/docs").get().status()).as("the page for programmers").isEqualTo(404);
        assertThat(Http.to(url(Program.GATEWAY), "/api/v1/sandbox/clock").as(parts.token("clinic-admin", "harbor"))
                .put(Map.of("advance", "PT1H")).code()).as("moving a clinic's clock").isEqualTo("not-a-sandbox");
    }

    @Test
    void noProgramStartsWithTheDemonstrationsClinicsAndIssuer() {
        for (Program program : Program.values()) {
            started.put(program, launch(program, Map.of(
                    "STILLPOINT_SANDBOX_CLINICS", DemoRealm.clinicId("harbor").toString(),
                    "QUARKUS_OIDC_AUTH_SERVER_URL", parts.settings(program).get("QUARKUS_OIDC_AUTH_SERVER_URL").replace("https", "http"))));
        }
        for (Program program : Program.values()) {
            assertThat(refusal(program)).as(program + " says")
                    .contains("stillpoint.sandbox.clinics must be empty", "quarkus.oidc.auth-server-url must be the https address");
        }
    }

    @Test
    void noServiceStartsWithoutItsPasswords() {
        assertThat(refusal(Program.PATIENT, Map.of("QUARKUS_CONFIG_LOCATIONS", FOLDER.resolve("nowhere.properties").toString())))
                .contains("stillpoint.database.migration.password is required", "stillpoint.database.relay.password is required");
    }

    @Test
    void noServiceStartsWithAPasswordThatEverybodyKnows() throws Exception {
        String known = DemoRealm.PASSWORD;
        String kept = read(parts.secrets(Program.PATIENT));
        String own = kept.lines().filter(line -> line.startsWith("quarkus.datasource.password=")).findFirst().orElseThrow().split("=")[1];
        try {
            setPasswordOfTheApplication(known);
            String changed = kept.replace("quarkus.datasource.password=" + own, "quarkus.datasource.password=" + known);

            assertThat(refusal(Program.PATIENT, Map.of("QUARKUS_CONFIG_LOCATIONS", file("known-password", changed).toString())))
                    .contains("quarkus.datasource.password must be set, to 16 characters or more")
                    .doesNotContain(known);
        } finally {
            setPasswordOfTheApplication(own);
        }
    }

    private void setPasswordOfTheApplication(String password) throws Exception {
        try (Connection connection = parts.postgres().superuser("postgres"); Statement statement = connection.createStatement()) {
            statement.execute("alter role patient_app password " + statement.enquoteLiteral(password));
        }
    }

    /** Starts a program that has to end by itself, and answers what it said. */
    private String refusal(Program program, Map<String, String> changes) {
        started.put(program, launch(program, changes));
        return refusal(program);
    }

    /** What a started program said that has to end by itself. */
    private String refusal(Program program) {
        Process process = started.get(program);
        try {
            assertThat(process.waitFor(START.toSeconds(), TimeUnit.SECONDS)).as(program + " ends by itself").isTrue();
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(interrupted);
        }
        assertThat(process.exitValue()).as("exit code of " + program).isNotZero();
        return read(log(program));
    }

    private Process launch(Program program, Map<String, String> changes) {
        List<String> command = new ArrayList<>(List.of(Path.of(System.getProperty("java.home"), "bin", "java").toString()));
        command.addAll(LocalStack.Builder.JAVA_OPTIONS);
        command.addAll(List.of("-jar", Path.of("..", program.module(), "target", "quarkus-app", "quarkus-run.jar").toString()));
        ProcessBuilder builder = new ProcessBuilder(command).redirectErrorStream(true).redirectOutput(log(program).toFile());
        builder.environment().putAll(parts.settings(program));
        builder.environment().putAll(changes);
        try {
            return builder.start();
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private int ask(Program program, String token) {
        return Http.to(url(program), DOORS.get(program)).as(token).get().status();
    }

    private URI url(Program program) {
        return URI.create("http://localhost:" + parts.settings(program).get("QUARKUS_HTTP_PORT"));
    }

    private URI management(Program program) {
        return URI.create("http://localhost:" + parts.settings(program).get("QUARKUS_MANAGEMENT_PORT"));
    }

    private static Path log(Program program) {
        return FOLDER.resolve(program.module() + ".log");
    }

    private static Path file(String name, String content) {
        try {
            return Files.writeString(FOLDER.resolve(name + ".properties"), content);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }
}
