package health.stillpoint.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.URI;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.sql.DriverManager;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.function.BooleanSupplier;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.io.TempDir;

/** A stack on the real parts, with small stand-ins for the four programs; every test finds it running and leaves it so. */
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class StartedStackTest {

    private static final Duration PATIENCE = Duration.ofSeconds(30);

    @TempDir
    static Path repository;

    @TempDir
    static Path home;

    private final StackPorts ports = StackPorts.free();
    private final List<String> progress = new CopyOnWriteArrayList<>();
    private LocalStack stack;

    @BeforeAll
    void start() throws IOException {
        FakeService.buildInto(repository);
        restart();
    }

    @BeforeEach
    void forgetWhatWasSaid() {
        progress.clear();
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    private LocalStack.Builder aStack() {
        return FakeStack.on(home, repository, ports, progress::add);
    }

    private void restart() {
        stack = aStack().build().start();
    }

    @Test
    void bringsBackAProgramThatWasKilledFromOutside() {
        // Given
        long killed = stack.program(Program.SESSION).pid();

        // When
        ProcessHandle.of(killed).orElseThrow().destroyForcibly();

        // Then
        await(() -> stack.program(Program.SESSION).pid() != killed && stack.program(Program.SESSION).ready());
        assertThat(progress).anyMatch(line -> line.startsWith("session-service ended by itself (signal 9)"));
    }

    @Test
    void leavesAProgramDownThatATestKilled() {
        // When
        stack.program(Program.PATIENT).kill();

        // Then
        assertThat(stack.program(Program.PATIENT).pid()).isEqualTo(-1);
        assertThat(stack.program(Program.PATIENT).ready()).isFalse();
        assertThat(progress).noneMatch(line -> line.contains("ended by itself"));

        // And when
        stack.program(Program.PATIENT).restart();

        // Then
        assertThat(stack.program(Program.PATIENT).ready()).isTrue();
    }

    @Test
    void refusesASecondStackOnItsHome() {
        assertThatThrownBy(() -> aStack().ports(StackPorts.free()).build().start())
                .isInstanceOf(StackException.class)
                .hasMessageContaining("Another Stillpoint runs on");
        assertThat(stack.program(Program.GATEWAY).ready()).isTrue();
    }

    @Test
    void keepsItsPasswordsFromOtherUsers() throws IOException {
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("secrets"))))
                .isEqualTo("rw-------");
        assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(home.resolve("data/issuer-keys.json"))))
                .isEqualTo("rw-------");
    }

    @Test
    void stopsEverythingAndKeepsTheDataForTheNextStart() throws Exception {
        // Given
        String password = stack.postgres().password("patient_app");
        String keys = body(stack.issuer().url() + "/jwks");
        execute("create table kept (id int)", "insert into kept values (7)");

        // When
        stack.close();
        restart();

        // Then
        assertThat(stack.postgres().password("patient_app")).isEqualTo(password);
        assertThat(body(stack.issuer().url() + "/jwks")).isEqualTo(keys);
        assertThat(number("select id from kept")).isEqualTo(7);
    }

    private void execute(String... statements) throws Exception {
        try (var connection = DriverManager.getConnection(stack.postgres().superuserJdbcUrl("patient"));
                var statement = connection.createStatement()) {
            for (String sql : statements) {
                statement.execute(sql);
            }
        }
    }

    private int number(String sql) throws Exception {
        try (var connection = DriverManager.getConnection(stack.postgres().superuserJdbcUrl("patient"));
                var statement = connection.createStatement();
                var rows = statement.executeQuery(sql)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    private static String body(String url) throws IOException {
        try (var in = URI.create(url).toURL().openStream()) {
            return new String(in.readAllBytes());
        }
    }

    private static void await(BooleanSupplier condition) {
        Instant deadline = Instant.now().plus(PATIENCE);
        while (!condition.getAsBoolean()) {
            assertThat(Instant.now()).as("waiting for a condition").isBefore(deadline);
            ServiceProgram.pause(Duration.ofMillis(20));
        }
    }
}
