package health.stillpoint.local.walkthrough;

import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.local.StackException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class DemoTest {

    @ParameterizedTest
    @ValueSource(strings = {"--patients 0", "--patients 201", "--patients many", "--patients", "--gateway here", "--walk"})
    void a_wrong_option_is_said_with_the_usage(String line) {
        assertThatThrownBy(() -> Demo.main(line.split(" "))).isInstanceOf(StackException.class)
                .hasMessageContaining("usage: ./stillpoint demo");
    }

    @Test
    void without_a_stack_the_demonstration_ends_in_one_line() {
        assertThatThrownBy(() -> Demo.main(new String[] {"--walkthrough", "--gateway", "http://localhost:1", "--issuer", "http://localhost:1"}))
                .isInstanceOf(StackException.class).hasMessageContaining("./stillpoint up starts it");
    }
}
