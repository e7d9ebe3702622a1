package health.stillpoint.kit.operation;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ClinicOperationInterceptorTest {

    @Test
    void pausesShortlyAndNotForAllTheSameTime() {
        Set<Duration> pauses = Stream.generate(ClinicOperationInterceptor::pause).limit(1000).collect(Collectors.toSet());

        assertThat(pauses).hasSizeGreaterThan(10).allMatch(pause -> pause.compareTo(Duration.ofMillis(5)) >= 0
                && pause.compareTo(Duration.ofMillis(40)) <= 0);
    }
}
