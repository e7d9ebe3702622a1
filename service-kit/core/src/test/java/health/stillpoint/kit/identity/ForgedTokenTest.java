package health.stillpoint.kit.identity;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.Calls.await;
import static health.stillpoint.kit.testapp.KitStack.token;
import static health.stillpoint.kit.testapp.KitStack.tokenSpec;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.time.Duration;
import java.time.Instant;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.Stream;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

@QuarkusTest
@WithTestResource(KitStack.class)
class ForgedTokenTest {

    @ParameterizedTest(name = "{0}")
    @MethodSource("forgeries")
    void refuses(String name, Supplier<String> forgery) {
        // When
        Response answer = given().header("Authorization", "Bearer " + forgery.get()).get(NOTES);

        // Then
        assertThat(answer.statusCode()).isEqualTo(401);
        assertThat(answer.header("WWW-Authenticate")).startsWith("Bearer");
        assertThat(answer.jsonPath().getString("code")).isEqualTo("unauthenticated");
        assertThat(answer.jsonPath().getMap("$")).doesNotContainKey("detail");
    }

    static Stream<Arguments> forgeries() {
        return Stream.of(
                forgery("no token at all", () -> "x"),
                forgery("two dots", () -> ".."),
                forgery("alg none without a signature", () -> withHeader(Map.of("alg", "none"), "")),
                forgery("alg None", () -> withHeader(Map.of("alg", "None"), "")),
                forgery("alg NONE with the old signature", () -> withHeader(Map.of("alg", "NONE"), part(2))),
                forgery("alg nOnE", () -> withHeader(Map.of("alg", "nOnE"), part(2))),
                forgery("unsigned by the book", () -> tokenSpec("therapist", "harbor").unsigned().serialize()),
                forgery("signature stripped", () -> part(0) + "." + part(1) + "."),
                forgery("signature stripped with its dot", () -> part(0) + "." + part(1)),
                forgery("signature flipped", () -> part(0) + "." + part(1) + "." + flipped(part(2))),
                forgery("signature of zeros", () -> part(0) + "." + part(1) + "." + url(new byte[256])),
                forgery("signature too short", () -> part(0) + "." + part(1) + "." + part(2).substring(0, 40)),
                forgery("old signature, other role", () -> withClaims("therapist", "clinic-admin")),
                forgery("old signature, other clinic", () -> withClaims(KitStack.HARBOR.toString(), KitStack.MEADOW.toString())),
                forgery("a stranger's key", () -> tokenSpec("therapist", "harbor").signedByStranger().serialize()),
                forgery("a stranger's key by another name",
                        () -> tokenSpec("therapist", "harbor").signedByStranger().keyId("unknown").serialize()),
                forgery("key id is a path", () -> tokenSpec("therapist", "harbor").signedByStranger().keyId("../../../dev/null").serialize()),
                forgery("key id is a statement", () -> tokenSpec("therapist", "harbor").signedByStranger().keyId("' or 1=1 --").serialize()),
                forgery("key id is empty", () -> tokenSpec("therapist", "harbor").signedByStranger().keyId("").serialize()),
                forgery("public key as secret", () -> tokenSpec("therapist", "harbor").signedWithPublicKeyAsSecret().serialize()),
                forgery("HS256 with secret", () -> hs256("secret")),
                forgery("HS256 with changeme", () -> hs256("changeme")),
                forgery("embedded key", () -> withHeader(Map.of("alg", "RS256", "jwk", Map.of("kty", "RSA", "n", "AQAB", "e", "AQAB")), part(2))),
                forgery("jku elsewhere", () -> withHeader(Map.of("alg", "RS256", "jku", "http://localhost:1/keys"), part(2))),
                forgery("x5u elsewhere", () -> withHeader(Map.of("alg", "RS256", "x5u", "http://localhost:1/cert"), part(2))),
                forgery("unknown crit", () -> withHeader(Map.of("alg", "RS256", "crit", List.of("x")), part(2))),
                forgery("ES256 of zeros", () -> withHeader(Map.of("alg", "ES256"), url(new byte[64]))),
                forgery("five parts", () -> part(0) + "." + part(1) + "." + part(2) + "." + part(1) + "." + part(2)),
                forgery("expired", () -> tokenSpec("therapist", "harbor")
                        .issuedAt(Instant.now().minusSeconds(331), Duration.ofSeconds(300)).serialize()),
                forgery("not yet", () -> tokenSpec("therapist", "harbor")
                        .claim("nbf", Instant.now().plusSeconds(31).getEpochSecond()).serialize()),
                forgery("other issuer", () -> tokenSpec("therapist", "harbor").issuer("https://issuer.example/other").serialize()),
                forgery("other audience", () -> tokenSpec("therapist", "harbor").audience("another-api").serialize()),
                forgery("no audience", () -> tokenSpec("therapist", "harbor").without("aud").serialize()),
                forgery("no expiry", () -> tokenSpec("therapist", "harbor").without("exp").serialize()),
                forgery("ID token", () -> tokenSpec("therapist", "harbor").claim("typ", "ID").serialize()),
                forgery("refresh token", () -> tokenSpec("therapist", "harbor").claim("typ", "Refresh").serialize()));
    }

    @Test
    void acceptsTheSchemeInLowerCase() {
        assertThat(given().header("Authorization", "bearer " + token("therapist", "harbor")).get(NOTES).statusCode()).isEqualTo(200);
    }

    @Test
    void refusesATokenWithoutOneClinic() {
        // When
        Response none = call(tokenSpec("therapist", "harbor").without("clinic_id").serialize());
        Response two = call(tokenSpec("therapist", "harbor").claim("clinic_id", List.of(KitStack.HARBOR.toString(), KitStack.MEADOW.toString())).serialize());
        Response broken = call(tokenSpec("therapist", "harbor").claim("clinic_id", "harbor' or '1'='1").serialize());

        // Then
        assertThat(List.of(none.statusCode(), two.statusCode(), broken.statusCode())).containsOnly(403);
        assertThat(none.jsonPath().getString("code")).isEqualTo("no-clinic");
    }

    @Test
    void takesTheCallerFromTheAuthorizationHeaderAlone() {
        // Given
        String token = token("therapist", "harbor");

        // When
        Response query = given().queryParam("access_token", token).get(NOTES);
        Response cookie = given().cookie("access_token", token).cookie("q_session", token).get(NOTES);
        Response spoofed = given().header("X-User-Id", "x").header("X-Tenant-Id", KitStack.HARBOR.toString())
                .header("X-Forwarded-User", "x").get(NOTES);
        Response twice = given().header("Authorization", "Bearer " + token, "Bearer " + token).get(NOTES);

        // Then
        assertThat(List.of(query.statusCode(), cookie.statusCode(), spoofed.statusCode())).containsOnly(401);
        assertThat(twice.statusCode()).isEqualTo(400);
        assertThat(twice.jsonPath().getString("code")).isEqualTo("ambiguous-credentials");
    }

    @Test
    void takesNoClinicFromAnywhereElse() {
        // When
        Response header = given().auth().oauth2(token("auditor", "meadow")).header("X-Clinic-Id", KitStack.HARBOR.toString())
                .get("/api/v1/sandbox/clock");
        Response query = given().auth().oauth2(token("auditor", "meadow"))
                .queryParam("clinicId", KitStack.HARBOR.toString()).get("/api/v1/sandbox/clock");

        // Then
        assertThat(header.statusCode()).isEqualTo(200);
        assertThat(query.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAHeaderBeyondAnyToken() {
        assertThat(given().header("Authorization", "Bearer " + "a".repeat(64_000)).get(NOTES).statusCode()).isIn(400, 401, 431);
    }

    @Test
    void deniesWhatNamesNoRole() {
        assertThat(call(token("clinic-admin", "harbor"), NOTES + "/unguarded").statusCode()).isEqualTo(403);
    }

    @Test
    void doesNotBelieveATokenBeyondItsExpiry() throws InterruptedException {
        // Given: one that ended 5 s ago, half of the grace
        String brief = tokenSpec("therapist", "harbor").issuedAt(Instant.now().minusSeconds(305), Duration.ofSeconds(300)).serialize();
        int first = call(brief).statusCode();

        // When
        await(() -> call(brief).statusCode() == 401, Duration.ofSeconds(20));

        // Then
        assertThat(first).isEqualTo(200);
    }

    private static Response call(String token) {
        return call(token, NOTES);
    }

    private static Response call(String token, String path) {
        return given().header("Authorization", "Bearer " + token).get(path);
    }

    private static Arguments forgery(String name, Supplier<String> token) {
        return Arguments.of(name, token);
    }

    private static String part(int index) {
        return token("therapist", "harbor").split("\\.")[index];
    }

    private static String withHeader(Map<String, Object> header, String signature) {
        return url(json(header).getBytes(StandardCharsets.UTF_8)) + "." + part(1) + "." + signature;
    }

    private static String withClaims(String old, String changed) {
        String[] parts = token("therapist", "harbor").split("\\.");
        String claims = new String(Base64.getUrlDecoder().decode(parts[1]), StandardCharsets.UTF_8).replace(old, changed);
        return parts[0] + "." + url(claims.getBytes(StandardCharsets.UTF_8)) + "." + parts[2];
    }

    private static String hs256(String secret) {
        try {
            String signed = url(json(Map.of("alg", "HS256", "kid", UUID.randomUUID().toString())).getBytes(StandardCharsets.UTF_8))
                    + "." + part(1);
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
            return signed + "." + url(mac.doFinal(signed.getBytes(StandardCharsets.UTF_8)));
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String json(Map<String, Object> map) {
        try {
            return new com.fasterxml.jackson.databind.ObjectMapper().writeValueAsString(map);
        } catch (com.fasterxml.jackson.core.JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String flipped(String signature) {
        char first = signature.charAt(0);
        return (first == 'A' ? 'B' : 'A') + signature.substring(1);
    }

    private static String url(byte[] bytes) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }
}
