package health.stillpoint.system;

import health.stillpoint.local.LocalStack;
import health.stillpoint.local.Program;
import health.stillpoint.local.StackPorts;
import java.net.URI;
import java.nio.file.Path;
import java.time.Duration;

/** The stack under test: started on free ports by the first test that asks, stopped when the tests end. */
final class SystemStack {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static LocalStack stack;

    private SystemStack() {}

    static synchronized LocalStack running() {
        if (stack == null) {
            stack = LocalStack.builder()
                    .home(Path.of("target", "stack").toAbsolutePath())
                    .repository(REPOSITORY)
                    .ports(StackPorts.free())
                    .build()
                    .start();
        }
        return stack;
    }

    static URI gateway() {
        return running().gatewayUrl();
    }

    static URI url(Program program) {
        return program == Program.GATEWAY ? gateway() : running().program(program).url();
    }

    static String token(String role, String clinic) {
        return running().token(role, clinic);
    }

    /** Waits until every program says it is ready; the stack restarts what died by itself. */
    static void awaitReady() {
        for (Program program : Program.values()) {
            running().program(program).awaitReady(Duration.ofSeconds(90));
        }
    }
}
