package health.stillpoint.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class VerifiedTokenCacheTest {

    @ParameterizedTest
    @ValueSource(strings = {"", "x", ".", "..", "a.b", "a.b.", "a..c", ".b.c", "a.b.c.d", "a.b.c.d.e", "...."})
    void verifiesNothingThatCannotBeSigned(String token) {
        assertThat(VerifiedTokenCache.looksSigned(token)).isFalse();
    }

    @ParameterizedTest
    @ValueSource(strings = {"a.b.c", "eyJ.eyJ.sig"})
    void letsOpenIdConnectJudgeTheRest(String token) {
        assertThat(VerifiedTokenCache.looksSigned(token)).isTrue();
    }
}
