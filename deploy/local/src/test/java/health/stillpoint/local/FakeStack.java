package health.stillpoint.local;

import java.nio.file.Path;
import java.util.List;
import java.util.function.Consumer;

/** A stack on the real parts with a {@link FakeService} for each program. */
final class FakeStack {

    private FakeStack() {}

    /** Small and not durable, as tests want it. */
    static LocalStack.Builder on(Path home, Path repository, StackPorts ports, Consumer<String> progress) {
        return LocalStack.builder()
                .home(home)
                .repository(repository)
                .ports(ports)
                .durable(false)
                .javaOptions(List.of("-Xmx32m", "-XX:TieredStopAtLevel=1"))
                .progress(progress);
    }
}
