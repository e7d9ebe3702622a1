package health.stillpoint.local;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** As a process of its own, as the script starts it. */
class LauncherTest {

    @TempDir
    Path directory;

    @ParameterizedTest
    @ValueSource(strings = {"status", "down", "up", "token", "demo"})
    void refusesASettingNobodyCanRead(String command) throws Exception {
        Outcome outcome = run(Map.of(StackPorts.OFFSET_VARIABLE, "abc"), command);

        assertThat(outcome.code()).isEqualTo(1);
        assertThat(outcome.lines()).containsExactly("stillpoint: STILLPOINT_PORT_OFFSET must be a whole number, not \"abc\".");
        assertThat(directory.resolve("home")).doesNotExist();
    }

    @Test
    void makesNothingForAFirstStartThatFindsAPortTaken() throws Exception {
        StackPorts ports = StackPorts.free();
        Map<String, String> environment = new HashMap<>();
        Arrays.stream(StackPort.values()).forEach(port -> environment.put(port.variable(), Integer.toString(ports.of(port))));
        try (ServerSocket stranger = new ServerSocket(ports.of(StackPort.OUTCOME), 1, InetAddress.getLoopbackAddress())) {
            Outcome outcome = run(environment, "up");

            assertThat(outcome.code()).isEqualTo(1);
            assertThat(outcome.lines()).singleElement().asString()
                    .startsWith("stillpoint: Port " + stranger.getLocalPort() + " (outcome-service) is taken.");
            assertThat(directory.resolve("home")).doesNotExist();
        }
    }

    private Outcome run(Map<String, String> environment, String command) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder(
                Path.of(System.getProperty("java.home"), "bin", "java").toString(), "-XX:+UseSerialGC", "-XX:TieredStopAtLevel=1",
                "-cp", System.getProperty("java.class.path"), Launcher.class.getName(), command);
        builder.environment().putAll(environment);
        builder.environment().put("STILLPOINT_HOME", directory.resolve("home").toString());
        builder.environment().put("STILLPOINT_ROOT", directory.toString());
        Process process = builder.redirectErrorStream(true).start();
        List<String> lines = process.inputReader().readAllLines();
        return new Outcome(process.waitFor(), lines);
    }

    private record Outcome(int code, List<String> lines) {}
}
