package health.stillpoint.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

class UncheckedTokensTest {

    @Test
    void believesNothingOutsideABenchmark() {
        assertThat(UncheckedTokens.isOn(List.of("prod"), List.of("token-check"))).isFalse();
        assertThat(UncheckedTokens.isOn(List.of("local"), List.of("token-check"))).isFalse();
        assertThat(UncheckedTokens.isOn(List.of("test"), List.of("token-check"))).isFalse();
        assertThat(UncheckedTokens.isOn(List.of("bench"), List.of("audit"))).isFalse();
        assertThat(UncheckedTokens.isOn(List.of("bench"), List.of("token-check"))).isTrue();
    }
}
