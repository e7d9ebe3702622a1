package health.stillpoint.system;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.local.LocalStack;
import health.stillpoint.local.Program;
import health.stillpoint.local.StackPorts;
import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.local.parts.IssuerClient;
import health.stillpoint.local.parts.LocalIssuer;
import health.stillpoint.local.walkthrough.ApiClient;
import health.stillpoint.local.walkthrough.DemoTokens;
import health.stillpoint.local.walkthrough.Reporter;
import health.stillpoint.local.walkthrough.Walkthrough;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieHandler;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The realm of {@code deploy/keycloak} in a real Keycloak, and the four programs with its tokens. Takes minutes and fetches
 * 180 MB, so it runs when asked: {@code ./stillpoint test -Dgroups=keycloak}.
 */
@Tag("keycloak")
@Order(60)
@TestInstance(TestInstance.Lifecycle.PER_CLASS)
class KeycloakTest {

    private static final Path REPOSITORY = Path.of("..").toAbsolutePath().normalize();
    private static final String HARBOR = DemoRealm.clinicId("harbor").toString();
    private static final Map<Program, String> DOORS = Map.of(
            Program.GATEWAY, "/api/v1/patients",
            Program.PATIENT, "/api/v1/patients",
            Program.SESSION, "/api/v1/courses",
            Program.OUTCOME, "/api/v1/assessments");

    private LocalStack stack;
    private IssuerClient issuer;

    @BeforeAll
    void start() {
        stack = LocalStack.builder()
                .home(Path.of("target", "keycloak-stack").toAbsolutePath())
                .repository(REPOSITORY)
                .ports(StackPorts.free())
                .keycloak(true)
                .build()
                .start();
        issuer = stack.keycloak().client();
    }

    @AfterAll
    void stop() {
        if (stack != null) {
            stack.close();
        }
    }

    @Nested
    @TestInstance(TestInstance.Lifecycle.PER_CLASS)
    class ATokenOf {

        Stream<String> staff() {
            return DemoRealm.CLINICS.keySet().stream().flatMap(clinic -> DemoRealm.ROLES.stream()
                    .filter(role -> !role.equals("patient") && !role.equals("partner"))
                    .map(role -> role + "@" + clinic));
        }

        @ParameterizedTest(name = "{0}")
        @MethodSource("staff")
        void aMemberOfStaffCarriesWhatTheProgramsRead(String login) {
            DemoRealm.Person person = DemoRealm.person(login).orElseThrow();

            JsonNode claims = claims(issuer.signIn(login).accessToken());

            assertThat(texts(claims.path("roles"))).containsExactlyElementsOf(person.roles());
            assertThat(claims.path("clinic_id").asText()).isEqualTo(person.clinicId().toString());
            assertThat(claims.path("sub").asText()).isEqualTo(person.subject().toString());
            assertThat(claims.path("aud").asText()).isEqualTo(LocalIssuer.AUDIENCE);
            assertThat(claims.path("iss").asText()).isEqualTo(stack.issuerUrl());
            assertThat(claims.path("typ").asText()).isEqualTo("Bearer");
            assertThat(claims.path("exp").asLong() - claims.path("iat").asLong()).isEqualTo(300);
            assertThat(claims.has("patient_id")).isFalse();
        }

        @Test
        void aPatientCarriesTheirOwnRecord() {
            UUID record = UUID.randomUUID();
            DemoRealm.Person patient = DemoRealm.person("patient." + record + "@meadow").orElseThrow();
            stack.keycloak().operator().ensurePatient(patient);

            JsonNode claims = claims(issuer.signIn(patient.username()).accessToken());

            assertThat(texts(claims.path("roles"))).containsExactly("patient");
            assertThat(claims.path("patient_id").asText()).isEqualTo(record.toString());
            assertThat(claims.path("clinic_id").asText()).isEqualTo(patient.clinicId().toString());
        }

        @Test
        void aPartnerCarriesItsClinicAndNoOtherRole() {
            String token = partner(secret()).accessToken();

            assertThat(texts(claims(token).path("roles"))).containsExactly("partner");
            assertThat(claims(token).path("clinic_id").asText()).isEqualTo(HARBOR);
            assertThat(Http.to(stack.gatewayUrl(), "/api/v1/instruments").as(token).get().status()).isEqualTo(200);
            assertThat(Http.to(stack.gatewayUrl(), "/api/v1/patients").as(token).get().status()).isEqualTo(403);
        }

        @Test
        void nobodyComesWithoutTheRightSecret() {
            assertThat(partner("a wrong secret").status()).isEqualTo(401);
            assertThat(issuer.ask("token_endpoint", Map.of("grant_type", "password", "client_id", LocalIssuer.CLI_CLIENT,
                    "username", "prescriber@harbor", "password", "a wrong password")).body().path("error").asText()).isEqualTo("invalid_grant");
            assertThat(issuer.ask("token_endpoint", Map.of("grant_type", "password", "client_id", LocalIssuer.WEB_CLIENT,
                    "username", "prescriber@harbor", "password", DemoRealm.PASSWORD)).accessToken()).isEmpty();
        }

        private IssuerClient.Answer partner(String secret) {
            return issuer.clientCredentials(LocalIssuer.PARTNER_CLIENT, secret);
        }

        private String secret() {
            return recordedSecrets().get(LocalIssuer.PARTNER_CLIENT);
        }
    }

    @Nested
    class AtTheDoors {

        @ParameterizedTest
        @EnumSource(Program.class)
        void aTokenOpensAndABentOneDoesNot(Program door) {
            String token = issuer.signIn("prescriber@harbor").accessToken();
            String[] parts = token.split("\\.");
            ObjectNode other = (ObjectNode) claims(token);
            other.put("clinic_id", DemoRealm.clinicId("meadow").toString());

            assertThat(at(door, token)).isEqualTo(200);
            assertThat(at(door, parts[0] + "." + encoded(other) + "." + parts[2])).isEqualTo(401);
            assertThat(at(door, parts[0] + "." + parts[1] + "." + flipped(parts[2]))).isEqualTo(401);
            assertThat(at(door, parts[0] + "." + parts[1] + ".")).isEqualTo(401);
        }

        @Test
        void aRefreshTokenIsNoAccessToken() {
            assertThat(at(Program.GATEWAY, issuer.signIn("prescriber@harbor").refreshToken())).isEqualTo(401);
        }

        @Test
        void aWholePathIsWalked() {
            HttpClient http = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
            DemoTokens tokens = new DemoTokens(URI.create(stack.issuerUrl()), http, Optional.of(stack.keycloak().operator()));

            Walkthrough.Made made = Walkthrough.run(new ApiClient(stack.gatewayUrl(), tokens, http), Reporter.quiet());

            assertThat(made.doseId()).isNotNull();
        }
    }

    @Nested
    class InABrowser {

        private static final String REDIRECT = "http://localhost:8080/signed-in";
        private static final Pattern FORM = Pattern.compile("<form[^>]*action=\"([^\"]+)\"");

        private final HttpClient browser = HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .cookieHandler(new Cookies())
                .build();

        @Test
        void aPersonSignsInWithACodeAndItsVerifier() throws Exception {
            String verifier = UUID.randomUUID() + "-" + UUID.randomUUID();

            IssuerClient.Answer answer = exchange(codeFor(verifier), verifier);

            assertThat(texts(claims(answer.accessToken()).path("roles"))).containsExactly("therapist");
            assertThat(at(Program.GATEWAY, answer.accessToken())).isEqualTo(200);
        }

        @Test
        void aStolenCodeIsWorthNothing() throws Exception {
            String code = codeFor(UUID.randomUUID() + "-" + UUID.randomUUID());

            assertThat(exchange(code, UUID.randomUUID() + "-" + UUID.randomUUID()).accessToken()).isEmpty();
        }

        @Test
        void nobodySignsInWithoutAChallengeOrToAnotherAddress() {
            HttpResponse<String> withoutChallenge = get(authorization(request()));
            assertThat(withoutChallenge.headers().firstValue("Location").orElse("")).contains("error=invalid_request");

            Map<String, String> elsewhere = request();
            elsewhere.put("redirect_uri", "http://localhost:9999/signed-in");
            assertThat(get(authorization(elsewhere)).statusCode()).isEqualTo(400);
        }

        private String codeFor(String verifier) throws GeneralSecurityException {
            Map<String, String> request = request();
            request.put("code_challenge", Base64.getUrlEncoder().withoutPadding().encodeToString(
                    MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII))));
            request.put("code_challenge_method", "S256");
            Matcher form = FORM.matcher(get(authorization(request)).body());
            assertThat(form.find()).as("a sign-in page").isTrue();
            HttpResponse<String> signedIn = post(URI.create(form.group(1).replace("&amp;", "&")),
                    Map.of("username", "therapist@harbor", "password", DemoRealm.PASSWORD));
            assertThat(signedIn.statusCode()).as(signedIn.body()).isEqualTo(302);
            Map<String, String> answer = query(signedIn.headers().firstValue("Location").orElseThrow());
            assertThat(answer.get("state")).isEqualTo("of-this-tab");
            return answer.get("code");
        }

        private Map<String, String> request() {
            return new LinkedHashMap<>(Map.of("response_type", "code", "client_id", LocalIssuer.WEB_CLIENT, "scope", "openid",
                    "redirect_uri", REDIRECT, "state", "of-this-tab"));
        }

        private IssuerClient.Answer exchange(String code, String verifier) {
            return issuer.ask("token_endpoint", Map.of("grant_type", "authorization_code", "client_id", LocalIssuer.WEB_CLIENT,
                    "redirect_uri", REDIRECT, "code", code, "code_verifier", verifier));
        }

        private URI authorization(Map<String, String> request) {
            return URI.create(issuer.discovery().path("authorization_endpoint").asText() + "?" + encode(request));
        }

        private HttpResponse<String> get(URI address) {
            return send(HttpRequest.newBuilder(address).GET());
        }

        private HttpResponse<String> post(URI address, Map<String, String> form) {
            return send(HttpRequest.newBuilder(address).header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
        }

        private HttpResponse<String> send(HttpRequest.Builder request) {
            try {
                return browser.send(request.timeout(Duration.ofSeconds(20)).build(), HttpResponse.BodyHandlers.ofString());
            } catch (IOException failed) {
                throw new UncheckedIOException(failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }
    }

    /** Browsers send secure cookies to localhost, though it speaks plain HTTP; Java's own cookie store does not. */
    private static final class Cookies extends CookieHandler {

        private final Map<String, String> kept = new LinkedHashMap<>();

        @Override
        public Map<String, List<String>> get(URI address, Map<String, List<String>> headers) {
            return kept.isEmpty() ? Map.of() : Map.of("Cookie", List.of(kept.entrySet().stream()
                    .map(cookie -> cookie.getKey() + "=" + cookie.getValue()).collect(Collectors.joining("; "))));
        }

        @Override
        public void put(URI address, Map<String, List<String>> headers) {
            headers.forEach((name, values) -> {
                if ("Set-Cookie".equalsIgnoreCase(name)) {
                    values.forEach(value -> kept.put(value.split("[=;]", 2)[0], value.substring(value.indexOf('=') + 1).split(";", 2)[0]));
                }
            });
        }
    }

    @Nested
    class AfterTheEnd {

        @Test
        void aRefreshTokenWorksOnce() {
            String first = issuer.signIn("monitor@harbor").refreshToken();
            IssuerClient.Answer second = issuer.refresh(first);

            assertThat(at(Program.GATEWAY, second.accessToken())).isEqualTo(200);
            assertThat(refusal(issuer.refresh(first))).isEqualTo("invalid_grant");
        }

        @Test
        void aRevokedRefreshTokenIsDead() {
            String token = issuer.signIn("monitor@harbor").refreshToken();

            IssuerClient.Answer revoked = issuer.ask("revocation_endpoint",
                    Map.of("client_id", LocalIssuer.CLI_CLIENT, "token", token, "token_type_hint", "refresh_token"));

            assertThat(revoked.status()).isEqualTo(200);
            assertThat(refusal(issuer.refresh(token))).isEqualTo("invalid_grant");
        }

        @Test
        void signingOutEndsTheSession() {
            IssuerClient.Answer signedIn = issuer.signIn("monitor@harbor");

            IssuerClient.Answer signedOut = issuer.ask("end_session_endpoint",
                    Map.of("client_id", LocalIssuer.CLI_CLIENT, "refresh_token", signedIn.refreshToken()));

            assertThat(signedOut.status()).isEqualTo(204);
            assertThat(refusal(issuer.refresh(signedIn.refreshToken()))).isEqualTo("invalid_grant");
        }

        private String refusal(IssuerClient.Answer answer) {
            assertThat(answer.status()).isEqualTo(400);
            return answer.body().path("error").asText();
        }
    }

    @Nested
    class WhenTheKeyIsRotated {

        private static final int BRIEF_SECONDS = 75;

        @Test
        void theNewOneIsAcceptedAndTheOldOneUntilItsTokensExpire() {
            String old;
            String brief;
            try {
                old = issuer.signIn("analyst@harbor").accessToken();
                stack.keycloak().operator().change(Map.of("accessTokenLifespan", BRIEF_SECONDS));
                brief = issuer.signIn("prescriber@harbor").accessToken();
            } finally {
                stack.keycloak().operator().change(Map.of("accessTokenLifespan", 300));
            }
            Instant end = Instant.ofEpochSecond(claims(brief).path("exp").asLong());
            stack.keycloak().operator().rotateKey(Instant.now().getEpochSecond());

            String fresh = issuer.signIn("prescriber@meadow").accessToken();

            assertThat(keyId(fresh)).isNotEqualTo(keyId(brief));
            Await.until("the new key is known at every door", Duration.ofSeconds(60),
                    () -> Arrays.stream(Program.values()).allMatch(door -> at(door, fresh) == 200));
            assertThat(Instant.now()).as("the brief token still lives").isBefore(end);
            assertThat(at(Program.GATEWAY, brief)).isEqualTo(200);
            Await.until("a token of the old key ends with its life, not before", Duration.ofSeconds(BRIEF_SECONDS + 60),
                    () -> at(Program.GATEWAY, brief) == 401);
            assertThat(Instant.now()).isAfter(end);
            assertThat(keyId(old)).isEqualTo(keyId(brief));
            assertThat(Http.to(stack.gatewayUrl(), "/api/v1/instruments").as(old).get().status()).isEqualTo(200);
        }
    }

    @Test
    void takesTheRealmOfProductionToo() throws IOException {
        String name = "production-" + Instant.now().getEpochSecond();
        String realm = Files.readString(REPOSITORY.resolve("deploy/keycloak/stillpoint-realm.json"))
                .replace("${STILLPOINT_WEB_URL}", "https://clinic.example.org")
                .replaceFirst("\"realm\"\\s*:\\s*\"stillpoint\"", "\"realm\": \"" + name + "\"");
        stack.keycloak().operator().importRealm(realm);

        IssuerClient production = new IssuerClient(
                URI.create(stack.issuerUrl().replaceFirst("stillpoint$", name)), HttpClient.newHttpClient());

        assertThat(production.discovery().path("issuer").asText()).endsWith(name);
        assertThat(production.signIn("prescriber@harbor").accessToken()).isEmpty();
    }

    // ---- short words ------------------------------------------------------------------------------------------------

    private int at(Program door, String token) {
        URI base = door == Program.GATEWAY ? stack.gatewayUrl() : stack.program(door).url();
        return Http.to(base, DOORS.get(door)).as(token).get().status();
    }

    private Map<String, String> recordedSecrets() {
        try (Stream<String> lines = Files.lines(Path.of("target", "keycloak-stack", "secrets"))) {
            return lines.filter(line -> !line.startsWith("#")).map(line -> line.split("=", 2))
                    .collect(Collectors.toMap(pair -> pair[0], pair -> pair[1]));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static JsonNode claims(String token) {
        return part(token, 1);
    }

    private static String keyId(String token) {
        return part(token, 0).path("kid").asText();
    }

    private static JsonNode part(String token, int which) {
        assertThat(token).as("a token").contains(".");
        try {
            return Http.JSON.readTree(Base64.getUrlDecoder().decode(token.split("\\.")[which]));
        } catch (IOException failed) {
            throw new UncheckedIOException(failed);
        }
    }

    private static String encoded(JsonNode claims) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(claims.toString().getBytes(StandardCharsets.UTF_8));
    }

    private static String flipped(String signature) {
        char other = signature.charAt(20) == 'A' ? 'B' : 'A';
        return signature.substring(0, 20) + other + signature.substring(21);
    }

    private static Iterable<String> texts(JsonNode array) {
        return array.valueStream().map(JsonNode::asText).toList();
    }

    private static String encode(Map<String, String> form) {
        return form.entrySet().stream()
                .map(field -> field.getKey() + "=" + URLEncoder.encode(field.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private static Map<String, String> query(String address) {
        return Arrays.stream(URI.create(address).getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }
}
