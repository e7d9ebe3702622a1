package health.stillpoint.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.local.parts.LocalPostgres;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A launcher that is killed (kill -9) leaves its programs and PostgreSQL behind. */
class KilledLauncherTest {

    private static final Duration PATIENCE = Duration.ofSeconds(60);
    private static final List<String> LEFT = List.of("postgres", "patient-service", "session-service", "outcome-service", "gateway");

    @TempDir
    Path repository;

    @TempDir
    Path directory;

    private Home home;
    private StackPorts ports;

    @BeforeEach
    void aHome() {
        home = new Home(directory);
        home.create();
    }

    private void startAndKillALauncher() throws Exception {
        FakeService.buildInto(repository);
        ports = StackPorts.free();
        Process launcher = launch();
        try {
            Instant deadline = Instant.now().plus(PATIENCE);
            while (!Files.exists(home.run("ready"))) {
                assertThat(launcher.isAlive()).as(Files.readString(directory.resolve("out"))).isTrue();
                assertThat(Instant.now()).isBefore(deadline);
                ServiceProgram.pause(Duration.ofMillis(20));
            }
        } finally {
            launcher.destroyForcibly().waitFor();
        }
    }

    @AfterEach
    void end() throws Exception {
        new DownCommand(home).run();
    }

    private Process launch() throws IOException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Launcher.class.getName(), "up");
        Map<String, String> environment = builder.environment();
        environment.put("STILLPOINT_HOME", directory.toString());
        environment.put("STILLPOINT_ROOT", repository.toString());
        Arrays.stream(StackPort.values()).forEach(port -> environment.put(port.variable(), Integer.toString(ports.of(port))));
        return builder.redirectErrorStream(true).redirectOutput(directory.resolve("out").toFile()).start();
    }

    @Test
    void isToldByStatusAndReplacedByUpOnTheSameDataAndPorts() throws Exception {
        // Given
        startAndKillALauncher();
        Map<String, ProcessHandle> left = Leftovers.of(home);
        assertThat(left.keySet()).containsExactlyElementsOf(LEFT);
        String database = "jdbc:postgresql://localhost:" + ports.of(StackPort.POSTGRES) + "/patient";
        String password = new Secrets(home.secrets()).of(LocalPostgres.SUPERUSER);
        try (Connection connection = DriverManager.getConnection(database, LocalPostgres.SUPERUSER, password);
                Statement statement = connection.createStatement()) {
            statement.execute("create table kept as select 7 as id");
        }

        // When, then
        assertThat(printedBy(() -> assertThatThrownBy(() -> new StatusCommand(home).run())
                        .isInstanceOf(StackException.class)
                        .hasMessageContaining("was killed; " + String.join(", ", LEFT) + " still run")
                        .hasMessageContaining("./stillpoint down ends them")))
                .hasSize(LEFT.size())
                .allSatisfy(line -> assertThat(line).contains("LEFT"))
                .filteredOn(line -> line.startsWith("postgres")).singleElement().asString()
                .contains("pid " + left.get("postgres").pid(), "still answers");

        // And when
        try (LocalStack stack = LocalStack.builder().home(directory).repository(repository).ports(ports).selfContained(true)
                .javaOptions(List.of("-Xmx32m", "-XX:TieredStopAtLevel=1")).build().start()) {
            // Then
            assertThat(left.values()).noneMatch(ProcessHandle::isAlive);
            assertThat(Stream.of(Program.values())).allMatch(program -> stack.program(program).ready());
            try (Connection connection = stack.postgres().superuser("patient");
                    ResultSet kept = connection.createStatement().executeQuery("select id from kept")) {
                assertThat(kept.next()).isTrue();
                assertThat(kept.getInt(1)).isEqualTo(7);
            }
        }
    }

    @Test
    void isFollowedByADownThatEndsWhatIsLeftAndNothingElse() throws Exception {
        // Given
        Process left = new ProcessBuilder("sleep", "600").start();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        ProcessRecord.of(left.toHandle()).write(home.run("gateway.pid"));
        new ProcessRecord(stranger.pid(), Instant.parse("2020-01-01T00:00:00Z")).write(home.run("patient-service.pid"));

        // When
        int code = new DownCommand(home).run();

        // Then
        try {
            assertThat(code).isZero();
            assertThat(left.isAlive()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
            assertThatThrownBy(() -> new StatusCommand(home).run()).hasMessageContaining("Stillpoint is not running on");
        } finally {
            stranger.destroyForcibly();
        }
    }

    private static List<String> printedBy(Runnable work) {
        PrintStream before = System.out;
        ByteArrayOutputStream printed = new ByteArrayOutputStream();
        System.setOut(new PrintStream(printed, true));
        try {
            work.run();
        } finally {
            System.setOut(before);
        }
        return printed.toString().lines().toList();
    }
}
