package health.stillpoint.local;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** On the real parts, with small stand-ins for the four programs. */
class LocalStackTest {

    @TempDir
    Path repository;

    @TempDir
    Path home;

    private final List<String> progress = new CopyOnWriteArrayList<>();
    private StackPorts ports;
    private LocalStack stack;

    @BeforeEach
    void buildTheStandIns() throws IOException {
        FakeService.buildInto(repository);
        ports = StackPorts.free();
    }

    @AfterEach
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    private LocalStack.Builder aStack() {
        return FakeStack.on(home, repository, ports, progress::add);
    }

    private void start() {
        stack = aStack().build().start();
    }

    @Test
    void namesThePortThatIsTakenAndWhatMovesIt() throws IOException {
        try (ServerSocket stranger =
                new ServerSocket(ports.of(StackPort.OUTCOME), 1, InetAddress.getLoopbackAddress())) {
            assertThatThrownBy(LocalStackTest.this::start)
                    .isInstanceOf(StackException.class)
                    .hasMessageContaining("Port " + stranger.getLocalPort() + " (outcome-service) is taken")
                    .hasMessageContaining("STILLPOINT_OUTCOME_PORT");
        }
        start();
        assertThat(stack.program(Program.OUTCOME).ready()).isTrue();
    }

    @Test
    void namesTheTwoPartsThatWouldShareAPort() {
        ports = StackPorts.from(Map.of("STILLPOINT_GATEWAY_PORT", "8083"));

        assertThatThrownBy(LocalStackTest.this::start)
                .isInstanceOf(StackException.class)
                .hasMessage("Port 8083 is meant for gateway and for outcome-service. Change STILLPOINT_GATEWAY_PORT or STILLPOINT_OUTCOME_PORT.");
    }

    @Test
    void saysWhyAProgramDoesNotComeUp() throws IOException {
        // Given
        Files.writeString(repository.resolve("gateway/target/quarkus-app/fail"), "");

        // When, then
        assertThatThrownBy(LocalStackTest.this::start)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("gateway ended 3 times while starting: ERROR the fake service was told to fail");
        assertThat(home.resolve("run/patient-service.pid")).doesNotExist();
    }

    @Test
    void saysWhatIsNotBuilt() throws IOException {
        Files.delete(repository.resolve("session-service/target/quarkus-app/quarkus-run.jar"));

        assertThatThrownBy(LocalStackTest.this::start)
                .isInstanceOf(StackException.class)
                .hasMessageContaining("session-service is not built");
    }

    @Test
    void endsWhatAKilledRunLeftAndNothingElse() throws Exception {
        // Given
        Process left = new ProcessBuilder("sleep", "600").start();
        Process stranger = new ProcessBuilder("sleep", "600").start();
        Files.createDirectories(home.resolve("run"));
        ProcessRecord.of(left.toHandle()).write(home.resolve("run/patient-service.pid"));
        new ProcessRecord(stranger.pid(), Instant.parse("2020-01-01T00:00:00Z"))
                .write(home.resolve("run/session-service.pid"));

        // When
        stack = aStack().programs(Set.of()).build().start();

        // Then
        try {
            assertThat(left.isAlive()).isFalse();
            assertThat(stranger.isAlive()).isTrue();
        } finally {
            stranger.destroyForcibly();
        }
    }
}
