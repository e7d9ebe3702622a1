package health.stillpoint.system;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.local.Program;
import health.stillpoint.local.parts.TokenSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/** No port of the system believes a token that the issuer did not make for it. */
@Order(20)
class ForgedTokensTest {

    private static final Map<Program, String> DOORS = Map.of(
            Program.GATEWAY, "/api/v1/patients",
            Program.PATIENT, "/api/v1/patients",
            Program.SESSION, "/api/v1/courses",
            Program.OUTCOME, "/api/v1/assessments");

    @ParameterizedTest(name = "{0} at {1}")
    @MethodSource("forgeriesAtEveryDoor")
    void refusesAForgedToken(String forgery, Program door, String token) {
        var answer = Http.to(SystemStack.url(door), DOORS.get(door)).as(token).get();

        assertThat(answer.status()).isEqualTo(401);
        assertThat(answer.code()).isEqualTo("unauthenticated");
        assertThat(answer.header("WWW-Authenticate")).hasValueSatisfying(value -> assertThat(value).startsWith("Bearer"));
        assertThat(answer.text()).doesNotContainIgnoringCase("exception", "signature", "expired", "jose");
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void acceptsTheSameTokenUnbent(Program door) {
        assertThat(Http.to(SystemStack.url(door), DOORS.get(door)).as(genuine().serialize()).get().status()).isEqualTo(200);
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void refusesCallsWithoutAToken(Program door) {
        assertThat(Http.to(SystemStack.url(door), DOORS.get(door)).get().status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void doesNotBelieveIdentityHeaders(Program door) {
        var answer = Http.to(SystemStack.url(door), DOORS.get(door))
                .header("X-User-Id", UUID.randomUUID().toString())
                .header("X-Clinic-Id", "0197a000-0000-7000-8000-00000000000a")
                .header("X-Forwarded-User", "prescriber@harbor")
                .get();

        assertThat(answer.status()).isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void takesNoTokenFromTheQueryOrACookie(Program door) {
        String token = genuine().serialize();

        assertThat(Http.to(SystemStack.url(door), DOORS.get(door) + "?access_token=" + token).get().status()).isEqualTo(401);
        assertThat(Http.to(SystemStack.url(door), DOORS.get(door)).header("Cookie", "access_token=" + token).get().status())
                .isEqualTo(401);
    }

    @ParameterizedTest
    @EnumSource(Program.class)
    void refusesATokenWithoutAClinic(Program door) {
        var answer = Http.to(SystemStack.url(door), DOORS.get(door)).as(genuine().without("clinic_id").serialize()).get();

        assertThat(answer.status()).isEqualTo(403);
        assertThat(answer.code()).isEqualTo("no-clinic");
    }

    @Test
    void keepsAnAcceptedTokenOnlyAsLongAsItLives() {
        String brief = genuine().issuedAt(Instant.now().minusSeconds(304), Duration.ofSeconds(300)).serialize();
        assertThat(Http.to(SystemStack.gateway(), "/api/v1/patients").as(brief).get().status()).isEqualTo(200);

        Await.until("the token that ended 4 s ago is refused after the grace of 10 s", Duration.ofSeconds(60),
                () -> Http.to(SystemStack.gateway(), "/api/v1/patients").as(brief).get().status() == 401);
    }

    static Stream<Arguments> forgeriesAtEveryDoor() {
        return Arrays.stream(Program.values()).flatMap(door -> forgeries().entrySet().stream()
                .map(forgery -> Arguments.of(forgery.getKey(), door, forgery.getValue())));
    }

    private static Map<String, String> forgeries() {
        String whole = genuine().serialize();
        String[] parts = whole.split("\\.");
        String other = SystemStack.running().issuer().token("clinic-admin", "meadow").serialize();
        Instant now = Instant.now();
        return Map.ofEntries(
                Map.entry("algorithm none", genuine().unsigned().serialize()),
                Map.entry("no signature", parts[0] + "." + parts[1] + "."),
                Map.entry("signature of another token", parts[0] + "." + parts[1] + "." + other.split("\\.")[2]),
                Map.entry("claims of another token", parts[0] + "." + other.split("\\.")[1] + "." + parts[2]),
                Map.entry("a bit of the signature flipped", flipped(whole)),
                Map.entry("a stranger's key under the same key id", genuine().signedByStranger().serialize()),
                Map.entry("a stranger's key", genuine().signedByStranger().keyId("stranger").serialize()),
                Map.entry("a path as key id", genuine().signedByStranger().keyId("../../etc/passwd").serialize()),
                Map.entry("the public key as shared secret", genuine().signedWithPublicKeyAsSecret().serialize()),
                Map.entry("expired", genuine().issuedAt(now.minusSeconds(400), Duration.ofSeconds(300)).serialize()),
                Map.entry("not valid yet", genuine().claim("nbf", now.plusSeconds(120).getEpochSecond()).serialize()),
                Map.entry("without an end", genuine().without("exp").serialize()),
                Map.entry("another issuer", genuine().issuer("http://localhost:1/stillpoint").serialize()),
                Map.entry("another audience", genuine().audience("billing").serialize()),
                Map.entry("no audience", genuine().without("aud").serialize()),
                Map.entry("not a token", "not.a.token"),
                Map.entry("two dots", ".."));
    }

    private static TokenSpec genuine() {
        return SystemStack.running().issuer().token("prescriber", "harbor");
    }

    private static String flipped(String token) {
        int place = token.lastIndexOf('.') + 20;
        char changed = token.charAt(place) == 'A' ? 'B' : 'A';
        return token.substring(0, place) + changed + token.substring(place + 1);
    }
}
