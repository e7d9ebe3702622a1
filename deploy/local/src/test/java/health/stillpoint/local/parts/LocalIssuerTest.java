package health.stillpoint.local.parts;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.source.JWKSource;
import com.nimbusds.jose.jwk.source.JWKSourceBuilder;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.NetworkInterface;
import java.net.Socket;
import java.net.URI;
import java.net.URLDecoder;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collections;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Seen from outside: over HTTP, with tokens verified against the published keys as a service does. */
class LocalIssuerTest {

    private static final String VERIFIER = "a-verifier-of-at-least-forty-three-characters-0123456789";
    private static final UUID HARBOR = UUID.fromString("0197a000-0000-7000-8000-00000000000a");

    @TempDir
    static Path atFirst;

    @TempDir
    Path directory;

    private final HttpClient http = HttpClient.newHttpClient();
    private MovableClock clock;
    private LocalIssuer issuer;

    /** Every test begins with the same key: making one costs up to a second. */
    @BeforeAll
    static void makeAKey() {
        new SigningKeys(atFirst.resolve("keys.json"));
    }

    @BeforeEach
    void start() throws IOException {
        Files.copy(atFirst.resolve("keys.json"), directory.resolve("keys.json"));
        clock = new MovableClock();
        issuer = anIssuer();
    }

    @AfterEach
    void stop() {
        issuer.close();
    }

    private LocalIssuer anIssuer() {
        return LocalIssuer.builder()
                .keyFile(directory.resolve("keys.json"))
                .partnerSecret("partner secret")
                .clock(clock)
                .start();
    }

    @Nested
    class AccessTokens {

        @Test
        void carryTheClaimsTheServicesRead() throws Exception {
            JWTClaimsSet claims = verify(post("/token", password("prescriber@harbor", "stillpoint-demo")).json().get("access_token").asText());

            assertThat(claims.getIssuer()).isEqualTo(issuer.url());
            assertThat(claims.getAudience()).containsExactly("stillpoint-api");
            assertThat(claims.getSubject()).isEqualTo(UUID.nameUUIDFromBytes("prescriber@harbor".getBytes()).toString());
            assertThat(claims.getStringClaim("clinic_id")).isEqualTo(HARBOR.toString());
            assertThat(claims.getStringListClaim("roles")).containsExactly("prescriber");
            assertThat(claims.getStringClaim("typ")).isEqualTo("Bearer");
            assertThat(claims.getStringClaim("azp")).isEqualTo("stillpoint-cli");
            assertThat(claims.getStringClaim("preferred_username")).isEqualTo("prescriber@harbor");
            assertThat(claims.getJWTID()).isNotBlank();
            assertThat(Duration.between(claims.getIssueTime().toInstant(), claims.getExpirationTime().toInstant()))
                    .isEqualTo(Duration.ofSeconds(300));
        }

        @Test
        void nameThePatientsOwnRecord() throws Exception {
            UUID patient = UUID.fromString("0197a000-1111-7000-8000-000000000001");

            JWTClaimsSet claims = verify(post("/token", password("patient." + patient + "@harbor", "stillpoint-demo")).json().get("access_token").asText());

            assertThat(claims.getStringClaim("patient_id")).isEqualTo(patient.toString());
            assertThat(claims.getStringListClaim("roles")).containsExactly("patient");
        }

        @Test
        void ofATestAreAcceptedUntilTheyAreBent() throws Exception {
            assertThat(verify(issuer.token("monitor", "meadow").serialize()).getStringListClaim("roles")).containsExactly("monitor");
            refused(issuer.token("monitor", "meadow").signedByStranger().serialize());
            refused(issuer.token("monitor", "meadow").unsigned().serialize());
            refused(issuer.token("monitor", "meadow").signedWithPublicKeyAsSecret().serialize());
            refused(issuer.token("monitor", "meadow").audience("another-api").serialize());
            refused(issuer.token("monitor", "meadow").issuer("http://localhost:1/other").serialize());
            refused(issuer.token("monitor", "meadow").without("exp").serialize());
            refused(issuer.token("monitor", "meadow").keyId("unknown").serialize());
            refused(issuer.token("monitor", "meadow").issuedAt(Instant.now().minusSeconds(7200), Duration.ofSeconds(300)).serialize());
        }
    }

    @Nested
    class ThePasswordGrant {

        @Test
        void refusesAWrongPasswordAndAnUnknownLoginAlike() throws Exception {
            Answer wrong = post("/token", password("prescriber@harbor", "guess"));
            Answer unknown = post("/token", password("nobody@harbor", "stillpoint-demo"));

            assertThat(wrong.status()).isEqualTo(400);
            assertThat(wrong.json().get("error").asText()).isEqualTo("invalid_grant");
            assertThat(unknown.body()).isEqualTo(wrong.body());
        }

        @Test
        void knowsNoRoleOfADifferentKindOfLogin() throws Exception {
            for (String username : List.of("patient@harbor", "partner@harbor", "prescriber@nowhere", "prescriber3@harbor", "prescriber@harbor ", "")) {
                assertThat(post("/token", password(username, "stillpoint-demo")).status()).as(username).isEqualTo(400);
            }
        }

        @Test
        void makesAGuesserWaitAndForgivesARightPassword() throws Exception {
            for (int attempt = 0; attempt < 5; attempt++) {
                assertThat(post("/token", password("monitor@harbor", "guess")).status()).isEqualTo(400);
            }

            Answer hasty = post("/token", password("monitor@harbor", "stillpoint-demo"));
            clock.advance(Duration.ofSeconds(2));
            Answer patient = post("/token", password("monitor@harbor", "stillpoint-demo"));

            assertThat(hasty.status()).isEqualTo(429);
            assertThat(hasty.header("Retry-After")).isEqualTo("1");
            assertThat(post("/token", password("therapist@harbor", "stillpoint-demo")).status()).isEqualTo(200);
            assertThat(patient.status()).isEqualTo(200);
        }

        @Test
        void isForTheCommandLineOnly() throws Exception {
            Map<String, String> form = password("prescriber@harbor", "stillpoint-demo");
            form.put("client_id", "stillpoint-web");

            assertThat(post("/token", form).status()).isEqualTo(401);
        }
    }

    @Nested
    class ClientCredentials {

        @Test
        void giveThePartnerItsRole() throws Exception {
            Answer answer = post("/token", Map.of("grant_type", "client_credentials", "client_id", "partner-harbor", "client_secret", "partner secret"));

            assertThat(verify(answer.json().get("access_token").asText()).getStringListClaim("roles")).containsExactly("partner");
            assertThat(answer.json().has("refresh_token")).isFalse();
        }

        @Test
        void refuseAWrongSecretAndAPublicClient() throws Exception {
            assertThat(post("/token", Map.of("grant_type", "client_credentials", "client_id", "partner-harbor", "client_secret", "guess")).status()).isEqualTo(401);
            assertThat(post("/token", Map.of("grant_type", "client_credentials", "client_id", "stillpoint-cli", "client_secret", "partner secret")).status()).isEqualTo(401);
        }
    }

    @Nested
    class ABrowserSignIn {

        @Test
        void givesTokensForACodeAndItsVerifierOnce() throws Exception {
            String code = signIn("therapist@harbor", "stillpoint-demo");

            Answer answer = post("/token", exchange(code, VERIFIER));
            Answer again = post("/token", exchange(code, VERIFIER));

            assertThat(verify(answer.json().get("access_token").asText()).getStringClaim("azp")).isEqualTo("stillpoint-web");
            JWTClaimsSet idToken = com.nimbusds.jwt.SignedJWT.parse(answer.json().get("id_token").asText()).getJWTClaimsSet();
            assertThat(idToken.getAudience()).containsExactly("stillpoint-web");
            assertThat(idToken.getStringClaim("nonce")).isEqualTo("n-1");
            assertThat(again.status()).isEqualTo(400);
        }

        @Test
        void givesNothingForTheWrongVerifierOrALateCode() throws Exception {
            assertThat(post("/token", exchange(signIn("therapist@harbor", "stillpoint-demo"), "another-verifier")).status()).isEqualTo(400);
            String late = signIn("therapist@harbor", "stillpoint-demo");
            clock.advance(Duration.ofSeconds(61));
            assertThat(post("/token", exchange(late, VERIFIER)).status()).isEqualTo(400);
        }

        @Test
        void showsThePageAgainForAWrongPassword() throws Exception {
            Map<String, String> form = authorization();
            form.putAll(Map.of("username", "therapist@harbor", "password", "guess"));

            Answer answer = post("/authorize", form);

            assertThat(answer.status()).isEqualTo(401);
            assertThat(answer.body()).contains("unknown login or wrong password");
        }

        @Test
        void goesNowhereButToThisMachineAndNeverWithoutPkce() throws Exception {
            for (Map<String, String> wrong : List.of(
                    Map.of("redirect_uri", "https://example.org/steal"),
                    Map.of("redirect_uri", "http://localhost@example.org/"),
                    Map.of("redirect_uri", "javascript:alert(1)"),
                    Map.of("client_id", "stranger"),
                    Map.of("code_challenge_method", "plain"),
                    Map.of("code_challenge", ""),
                    Map.of("response_type", "token"))) {
                Map<String, String> query = authorization();
                query.putAll(wrong);
                Answer answer = get("/authorize?" + encode(query), Map.of());
                assertThat(answer.status()).as(wrong.toString()).isEqualTo(400);
                assertThat(answer.header("Location")).isNull();
            }
        }

        @Test
        void writesWhatItWasGivenAsTextIntoThePage() throws Exception {
            Map<String, String> query = authorization();
            query.put("state", "\"><script>alert(1)</script>");

            Answer page = get("/authorize?" + encode(query), Map.of());

            assertThat(page.status()).isEqualTo(200);
            assertThat(page.body()).doesNotContain("<script>").contains("&lt;script&gt;");
            assertThat(page.header("Content-Security-Policy")).contains("default-src 'none'").contains("frame-ancestors 'none'");
        }

        @Test
        void isRememberedUntilTheSessionEnds() throws Exception {
            Map<String, String> form = authorization();
            form.putAll(Map.of("username", "therapist@harbor", "password", "stillpoint-demo"));
            Answer signedIn = post("/authorize", form);
            String cookie = signedIn.header("Set-Cookie").split(";")[0];
            Map<String, String> silent = authorization();
            silent.put("prompt", "none");

            assertThat(get("/authorize?" + encode(silent), Map.of("Cookie", cookie)).header("Location")).contains("code=");
            get("/logout", Map.of("Cookie", cookie));
            assertThat(get("/authorize?" + encode(silent), Map.of("Cookie", cookie)).header("Location")).contains("error=login_required");
        }
    }

    @Nested
    class ARefreshToken {

        @Test
        void worksOnceAndEndsTheSignInWhenUsedAgain() throws Exception {
            String first = post("/token", password("monitor@harbor", "stillpoint-demo")).json().get("refresh_token").asText();
            String second = post("/token", refresh(first)).json().get("refresh_token").asText();

            assertThat(post("/token", refresh(first)).status()).isEqualTo(400);
            assertThat(post("/token", refresh(second)).status()).isEqualTo(400);
        }

        @Test
        void endsWhenRevoked() throws Exception {
            String token = post("/token", password("monitor@harbor", "stillpoint-demo")).json().get("refresh_token").asText();

            assertThat(post("/revoke", Map.of("client_id", "stillpoint-cli", "token", token)).status()).isEqualTo(200);

            assertThat(post("/token", refresh(token)).status()).isEqualTo(400);
        }

        private Map<String, String> refresh(String token) {
            return Map.of("grant_type", "refresh_token", "client_id", "stillpoint-cli", "refresh_token", token);
        }
    }

    @Nested
    class TheSigningKey {

        @Test
        void isTheSameAfterARestartAndForItsOwnerOnly() throws Exception {
            String token = issuer.token("monitor", "harbor").serialize();
            String keys = get("/jwks", Map.of()).body();

            issuer.stop();
            issuer.start();

            assertThat(get("/jwks", Map.of()).body()).isEqualTo(keys);
            assertThat(PosixFilePermissions.toString(Files.getPosixFilePermissions(directory.resolve("keys.json")))).isEqualTo("rw-------");
            assertThat(keys).doesNotContain("\"d\"").doesNotContain("\"p\"");
            assertThat(verify(token).getSubject()).isNotBlank();
        }

        @Test
        void isReadByTheNextIssuer() throws Exception {
            String keys = get("/jwks", Map.of()).body();
            issuer.close();

            issuer = anIssuer();

            assertThat(get("/jwks", Map.of()).body()).isEqualTo(keys);
        }

        @Test
        void canBeRotatedWithoutEndingTheTokensBefore() throws Exception {
            String before = issuer.token("monitor", "harbor").serialize();

            issuer.rotateKey();
            String after = issuer.token("monitor", "harbor").serialize();

            assertThat(verify(before).getSubject()).isEqualTo(verify(after).getSubject());
            issuer.retireOldKeys();
            refused(before);
            assertThat(verify(after).getSubject()).isNotBlank();
        }
    }

    @Test
    void describesItselfAsOpenIdConnectAsks() throws Exception {
        JsonNode document = get("/.well-known/openid-configuration", Map.of()).json();

        assertThat(document.get("issuer").asText()).isEqualTo(issuer.url());
        for (String endpoint : List.of("jwks_uri", "userinfo_endpoint")) {
            assertThat(document.get(endpoint).asText()).startsWith(issuer.url());
        }
        assertThat(document.get("code_challenge_methods_supported")).hasToString("[\"S256\"]");
    }

    @Test
    void tellsTheHolderOfATokenWhoTheyAre() throws Exception {
        String token = issuer.token("monitor", "harbor").serialize();

        assertThat(get("/userinfo", Map.of("Authorization", "Bearer " + token)).json().get("preferred_username").asText()).isEqualTo("monitor@harbor");
        assertThat(get("/userinfo", Map.of("Authorization", "Bearer " + token + "x")).status()).isEqualTo(401);
    }

    @Test
    void letsPagesOfThisMachineCallItAndNoOthers() throws Exception {
        assertThat(get("/jwks", Map.of("Origin", "http://localhost:8080")).header("Access-Control-Allow-Origin")).isEqualTo("http://localhost:8080");
        assertThat(get("/jwks", Map.of("Origin", "https://example.org")).header("Access-Control-Allow-Origin")).isNull();
    }

    @Test
    void listensOnTheLoopbackInterfaceOnly() throws Exception {
        List<InetAddress> outside = Collections.list(NetworkInterface.getNetworkInterfaces()).stream()
                .flatMap(NetworkInterface::inetAddresses)
                .filter(address -> !address.isLoopbackAddress() && !address.isLinkLocalAddress())
                .toList();
        assertThat(reachable(InetAddress.getLoopbackAddress())).isTrue();
        assertThat(outside).noneMatch(this::reachable);
    }

    private boolean reachable(InetAddress address) {
        try (Socket socket = new Socket()) {
            socket.connect(new InetSocketAddress(address, issuer.port()), 500);
            return true;
        } catch (IOException refused) {
            return false;
        }
    }

    private String signIn(String username, String password) throws Exception {
        Map<String, String> form = authorization();
        form.putAll(Map.of("username", username, "password", password));
        Answer answer = post("/authorize", form);
        assertThat(answer.status()).isEqualTo(302);
        URI location = URI.create(answer.header("Location"));
        Map<String, String> query = Arrays.stream(location.getRawQuery().split("&"))
                .map(pair -> pair.split("=", 2))
                .collect(Collectors.toMap(pair -> pair[0], pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
        assertThat(location.toString()).startsWith("http://localhost:8080/docs?");
        assertThat(query).containsEntry("state", "s 1").containsEntry("iss", issuer.url());
        return query.get("code");
    }

    private static Map<String, String> authorization() {
        Map<String, String> parameters = new LinkedHashMap<>();
        parameters.put("client_id", "stillpoint-web");
        parameters.put("redirect_uri", "http://localhost:8080/docs");
        parameters.put("response_type", "code");
        parameters.put("scope", "openid");
        parameters.put("state", "s 1");
        parameters.put("nonce", "n-1");
        parameters.put("code_challenge", IssuerEndpoints.challengeOf(VERIFIER));
        parameters.put("code_challenge_method", "S256");
        return parameters;
    }

    private static Map<String, String> exchange(String code, String verifier) {
        return Map.of(
                "grant_type", "authorization_code",
                "client_id", "stillpoint-web",
                "redirect_uri", "http://localhost:8080/docs",
                "code", code,
                "code_verifier", verifier);
    }

    private static Map<String, String> password(String username, String password) {
        return new LinkedHashMap<>(Map.of(
                "grant_type", "password", "client_id", "stillpoint-cli", "username", username, "password", password));
    }

    /** The check a service makes: signature by a published key, RS256 only, issuer, audience, lifetime. */
    private JWTClaimsSet verify(String token) throws Exception {
        JWKSource<SecurityContext> keys = JWKSourceBuilder.create(URI.create(issuer.url() + "/jwks").toURL()).build();
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(JWSAlgorithm.RS256, keys));
        processor.setJWTClaimsSetVerifier(new DefaultJWTClaimsVerifier<>(
                "stillpoint-api",
                new JWTClaimsSet.Builder().issuer(issuer.url()).build(),
                Set.of("exp", "sub", "clinic_id", "roles")));
        return processor.process(token, null);
    }

    private void refused(String token) {
        assertThatThrownBy(() -> verify(token)).isInstanceOf(BadJOSEException.class);
    }

    private Answer get(String path, Map<String, String> headers) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(issuer.url() + path));
        headers.forEach(request::header);
        return send(request);
    }

    private Answer post(String path, Map<String, String> form) throws Exception {
        return send(HttpRequest.newBuilder(URI.create(issuer.url() + path))
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(HttpRequest.BodyPublishers.ofString(encode(form))));
    }

    private Answer send(HttpRequest.Builder request) throws Exception {
        HttpResponse<String> response = http.send(request.build(), HttpResponse.BodyHandlers.ofString());
        return new Answer(response);
    }

    private static String encode(Map<String, String> parameters) {
        return parameters.entrySet().stream()
                .map(entry -> entry.getKey() + "=" + URLEncoder.encode(entry.getValue(), StandardCharsets.UTF_8))
                .collect(Collectors.joining("&"));
    }

    private record Answer(HttpResponse<String> response) {

        int status() {
            return response.statusCode();
        }

        String body() {
            return response.body();
        }

        String header(String name) {
            return response.headers().firstValue(name).orElse(null);
        }

        JsonNode json() throws IOException {
            return new ObjectMapper().readTree(body());
        }
    }
}
