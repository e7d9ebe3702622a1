package health.stillpoint.kit.identity;

import static org.assertj.core.api.Assertions.assertThat;

import io.quarkus.security.identity.SecurityIdentity;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.List;
import java.util.Optional;
import org.eclipse.microprofile.jwt.JsonWebToken;
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

    @Test
    void readsWhoATokenNames() {
        String claims = """
                {"sub": "0197a000-0000-7000-8000-000000000001", "roles": ["THERAPIST"], "clinic_id": "0197a000-0000-7000-8000-0000000000aa"}""";
        String token = "e30." + Base64.getUrlEncoder().withoutPadding().encodeToString(claims.getBytes(StandardCharsets.UTF_8)) + ".x";

        SecurityIdentity identity = new UncheckedTokens(Optional.of(List.of("token-check"))).identity(token);

        assertThat(identity.getRoles()).containsExactly("THERAPIST");
        assertThat(identity.getPrincipal()).isInstanceOfSatisfying(JsonWebToken.class, principal ->
                assertThat(principal.<String>getClaim("clinic_id")).isEqualTo("0197a000-0000-7000-8000-0000000000aa"));
    }
}
