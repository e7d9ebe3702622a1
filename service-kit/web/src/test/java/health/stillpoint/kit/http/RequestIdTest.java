package health.stillpoint.kit.http;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class RequestIdTest {

    @ParameterizedTest
    @ValueSource(strings = {"a", "my-request.1", "A_b:9", "0123456789012345678901234567890123456789012345678901234567890123"})
    void keepsAHarmlessName(String offered) {
        assertThat(RequestId.acceptOrMake(offered)).isEqualTo(offered);
    }

    @ParameterizedTest
    @ValueSource(strings = {"", "a b", "a\nb", "<script>", "äöü", "01234567890123456789012345678901234567890123456789012345678901234"})
    void makesItsOwnInsteadOfAnythingElse(String offered) {
        assertThat(RequestId.acceptOrMake(offered)).isNotEqualTo(offered).hasSize(36);
    }

    @Test
    void passesOnAValidTraceAlone() {
        assertThat(RequestId.isTraceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01")).isTrue();
        assertThat(RequestId.isTraceparent("00-00000000000000000000000000000000-00f067aa0ba902b7-01")).isFalse();
        assertThat(RequestId.isTraceparent("00-4bf92f3577b34da6a3ce929d0e0e4736-0000000000000000-01")).isFalse();
        assertThat(RequestId.isTraceparent(null)).isFalse();
    }
}
