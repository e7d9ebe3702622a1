package health.stillpoint.local;

import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Arrays;
import java.util.Map;

/** One line for each part; succeeds only when all are ready. Tells what is left of a killed launcher's. */
final class StatusCommand {

    private static final Duration PATIENCE = Duration.ofSeconds(2);

    private final Home home;
    private final HttpClient http = HttpClient.newBuilder().connectTimeout(PATIENCE).build();
    private boolean allReady = true;

    StatusCommand(Home home) {
        this.home = home;
    }

    int run() {
        if (RunningStack.launcher(home).isEmpty()) {
            Map<String, ProcessHandle> left = Leftovers.of(home);
            left.forEach(this::leftover);
            throw RunningStack.absent(home, left);
        }
        StackPorts ports = RunningStack.ports(home);
        part("postgres", listens(ports.of(StackPort.POSTGRES)), "port " + ports.of(StackPort.POSTGRES));
        part("kafka", listens(ports.of(StackPort.KAFKA)), "port " + ports.of(StackPort.KAFKA));
        part("issuer", listens(ports.of(StackPort.ISSUER)), RunningStack.signIn(home).toString());
        for (Program program : Program.values()) {
            URI management = URI.create("http://localhost:" + ports.of(program.managementPort()));
            part(program.module(), ServiceProgram.ready(http, management), "http://localhost:" + ports.of(program.port()));
        }
        return allReady ? 0 : 1;
    }

    private void part(String name, boolean ready, String where) {
        allReady &= ready;
        System.out.printf("%-16s %-9s %s%n", name, ready ? "ready" : "NOT READY", where);
    }

    /** A process that outlived its launcher, and whether it still answers. */
    private void leftover(String name, ProcessHandle process) {
        System.out.printf("%-16s %-9s pid %d, %s%n", name, "LEFT", process.pid(), answers(name) ? "still answers" : "does not answer");
    }

    private boolean answers(String name) {
        StackPorts ports = RunningStack.recordedPorts(home);
        return Arrays.stream(Program.values())
                .filter(program -> program.module().equals(name))
                .map(program -> ports.of(program.port()))
                .findFirst()
                .map(StatusCommand::listens)
                .orElseGet(() -> listens(ports.of(name.equals(Leftovers.POSTGRES) ? StackPort.POSTGRES : StackPort.ISSUER)));
    }

    private static boolean listens(int port) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(InetAddress.getLoopbackAddress(), port), (int) PATIENCE.toMillis());
            return true;
        } catch (IOException nobody) {
            return false;
        }
    }
}
