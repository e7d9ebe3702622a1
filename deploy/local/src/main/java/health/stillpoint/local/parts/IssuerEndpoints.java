package health.stillpoint.local.parts;

import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpHandler;
import health.stillpoint.local.parts.DemoRealm.Person;
import health.stillpoint.local.parts.Grants.Session;
import java.io.IOException;
import java.net.URI;
import java.text.ParseException;
import java.time.Duration;
import java.time.InstantSource;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The issuer's HTTP side: OpenID Connect Core 1.0, RFC 6749 (grants), RFC 7636 (PKCE), RFC 7009 (revocation). */
final class IssuerEndpoints implements HttpHandler {

    private static final String BASE = "/stillpoint";
    private static final String COOKIE = "stillpoint_session";
    private static final List<String> BROWSER_CLIENTS = List.of(LocalIssuer.CLI_CLIENT, LocalIssuer.WEB_CLIENT);

    private final LocalIssuer issuer;
    private final SigningKeys keys;
    private final Grants grants;
    private final SignInGuard guard;
    private final InstantSource clock;

    IssuerEndpoints(LocalIssuer issuer, SigningKeys keys, InstantSource clock) {
        this.issuer = issuer;
        this.keys = keys;
        this.clock = clock;
        this.grants = new Grants(clock);
        this.guard = new SignInGuard(clock);
    }

    @Override
    public void handle(HttpExchange exchange) throws IOException {
        try (exchange) {
            WebExchange web = new WebExchange(exchange);
            try {
                web.allowLoopbackOrigins();
                route(web);
            } catch (OAuthError refusal) {
                web.json(refusal.status(), refusal.body(), refusal.headers());
            }
        }
    }

    private void route(WebExchange web) throws IOException {
        switch (web.method() + " " + web.path()) {
            case "GET " + BASE + "/.well-known/openid-configuration" -> web.json(200, discovery(), Map.of());
            case "GET " + BASE + "/jwks" -> web.json(200, keys.published().toJSONObject(), Map.of());
            case "POST " + BASE + "/token" -> web.json(200, token(web), Map.of());
            case "GET " + BASE + "/authorize" -> authorize(web);
            case "POST " + BASE + "/authorize" -> signIn(web);
            case "POST " + BASE + "/revoke" -> revoke(web);
            case "GET " + BASE + "/userinfo" -> web.json(200, userInfo(web), Map.of());
            case "GET " + BASE + "/logout", "POST " + BASE + "/logout" -> logout(web);
            default -> {
                if (web.method().equals("OPTIONS")) {
                    web.empty(204);
                } else {
                    throw new OAuthError(404, "not_found", "no such page");
                }
            }
        }
    }

    private Map<String, Object> discovery() {
        Map<String, Object> document = new LinkedHashMap<>();
        document.put("issuer", issuer.url());
        document.put("authorization_endpoint", issuer.url() + "/authorize");
        document.put("token_endpoint", issuer.url() + "/token");
        document.put("jwks_uri", issuer.url() + "/jwks");
        document.put("userinfo_endpoint", issuer.url() + "/userinfo");
        document.put("revocation_endpoint", issuer.url() + "/revoke");
        document.put("end_session_endpoint", issuer.url() + "/logout");
        document.put("response_types_supported", List.of("code"));
        document.put("response_modes_supported", List.of("query"));
        document.put("grant_types_supported",
                List.of("authorization_code", "password", "client_credentials", "refresh_token"));
        document.put("code_challenge_methods_supported", List.of("S256"));
        document.put("token_endpoint_auth_methods_supported",
                List.of("none", "client_secret_basic", "client_secret_post"));
        document.put("subject_types_supported", List.of("public"));
        document.put("id_token_signing_alg_values_supported", List.of("RS256"));
        document.put("scopes_supported", List.of("openid", "profile"));
        document.put("claims_supported",
                List.of("sub", "iss", "preferred_username", "clinic_id", "roles", "patient_id"));
        return document;
    }

    private Map<String, Object> token(WebExchange web) {
        Map<String, String> form = web.form();
        return switch (form.getOrDefault("grant_type", "")) {
            case "password" -> passwordGrant(web, form);
            case "authorization_code" -> codeGrant(web, form);
            case "refresh_token" -> refreshGrant(web, form);
            case "client_credentials" -> clientCredentialsGrant(web, form);
            default -> throw new OAuthError(400, "unsupported_grant_type", "unknown grant_type");
        };
    }

    private Map<String, Object> passwordGrant(WebExchange web, Map<String, String> form) {
        String client = publicClient(web, form, List.of(LocalIssuer.CLI_CLIENT));
        Session session = grants.open(authenticate(form));
        return tokens(session, client, form.getOrDefault("scope", ""), null);
    }

    private Map<String, Object> codeGrant(WebExchange web, Map<String, String> form) {
        String client = publicClient(web, form, BROWSER_CLIENTS);
        Grants.Code code = grants.redeem(form.getOrDefault("code", ""))
                .filter(found -> found.clientId().equals(client))
                .filter(found -> found.redirectUri().equals(form.get("redirect_uri")))
                .filter(found -> SignInGuard.sameSecret(
                        challengeOf(form.getOrDefault("code_verifier", "")), found.challenge()))
                .orElseThrow(() -> new OAuthError(400, "invalid_grant", "the code is not valid here"));
        return tokens(code.session(), client, code.scope(), code.nonce());
    }

    private Map<String, Object> refreshGrant(WebExchange web, Map<String, String> form) {
        String client = publicClient(web, form, BROWSER_CLIENTS);
        Grants.Refresh refresh = grants.refresh(form.getOrDefault("refresh_token", ""), client)
                .orElseThrow(() -> new OAuthError(400, "invalid_grant", "the refresh token is not valid"));
        return tokens(refresh.session(), client, refresh.scope(), null);
    }

    private Map<String, Object> clientCredentialsGrant(WebExchange web, Map<String, String> form) {
        String[] credentials = web.basicCredentials()
                .orElse(new String[] {form.getOrDefault("client_id", ""), form.getOrDefault("client_secret", "")});
        refuseHaste(credentials[0]);
        boolean known = credentials[0].equals(LocalIssuer.PARTNER_CLIENT);
        if (!guard.accepts(credentials[0], credentials[1], issuer.partnerSecret()) || !known) {
            throw new OAuthError(401, "invalid_client", "unknown client or wrong secret")
                    .header("WWW-Authenticate", "Basic realm=\"stillpoint\"");
        }
        return Map.of(
                "access_token", issuer.partnerToken().serialize(),
                "token_type", "Bearer",
                "expires_in", LocalIssuer.ACCESS_TOKEN_LIFETIME.toSeconds());
    }

    private static String publicClient(WebExchange web, Map<String, String> form, List<String> allowed) {
        String client = form.get("client_id");
        if (client == null) {
            client = web.basicCredentials().map(pair -> pair[0]).orElse("");
        }
        if (!allowed.contains(client)) {
            throw new OAuthError(401, "invalid_client", "this client may not use this grant");
        }
        return client;
    }

    private Person authenticate(Map<String, String> form) {
        String username = form.getOrDefault("username", "");
        refuseHaste(username);
        Optional<Person> person = DemoRealm.person(username);
        if (!guard.accepts(username, form.getOrDefault("password", ""), DemoRealm.PASSWORD) || person.isEmpty()) {
            throw new OAuthError(400, "invalid_grant", "unknown login or wrong password");
        }
        return person.get();
    }

    private void refuseHaste(String name) {
        Duration wait = guard.wait(name);
        if (wait.isPositive()) {
            throw new OAuthError(429, "slow_down", "too many wrong attempts, wait a little")
                    .header("Retry-After", Long.toString(wait.plusMillis(999).toSeconds()));
        }
    }

    private Map<String, Object> tokens(Session session, String client, String scope, String nonce) {
        Map<String, Object> answer = new LinkedHashMap<>();
        answer.put("access_token", issuer.tokenOf(session.person(), client).serialize());
        answer.put("token_type", "Bearer");
        answer.put("expires_in", LocalIssuer.ACCESS_TOKEN_LIFETIME.toSeconds());
        answer.put("refresh_token", grants.refreshToken(session, client, scope));
        if (List.of(scope.split(" ")).contains("openid")) {
            answer.put("id_token", idToken(session, client, nonce));
        }
        answer.put("scope", scope);
        return answer;
    }

    private String idToken(Session session, String client, String nonce) {
        TokenSpec token = issuer.tokenOf(session.person(), client)
                .audience(client)
                .claim("typ", "ID")
                .claim("auth_time", session.signedInAt().getEpochSecond());
        return (nonce == null ? token : token.claim("nonce", nonce)).serialize();
    }

    private void authorize(WebExchange web) throws IOException {
        AuthorizationRequest request = AuthorizationRequest.of(web.query(), BROWSER_CLIENTS);
        Optional<Session> session = request.wantsSignIn() ? Optional.empty() : grants.session(web.cookie(COOKIE));
        if (session.isPresent()) {
            redirectWithCode(web, request, session.get());
        } else if (request.forbidsSignIn()) {
            web.redirect(request.redirect(Map.of("error", "login_required")));
        } else {
            web.html(200, SignInPage.render(request, ""));
        }
    }

    private void signIn(WebExchange web) throws IOException {
        Map<String, String> form = web.form();
        AuthorizationRequest request = AuthorizationRequest.of(form, BROWSER_CLIENTS);
        try {
            Session session = grants.open(authenticate(form));
            web.setCookie(COOKIE, session.id(), BASE);
            redirectWithCode(web, request, session);
        } catch (OAuthError refusal) {
            web.html(refusal.status() == 429 ? 429 : 401, SignInPage.render(request, refusal.description()));
        }
    }

    private void redirectWithCode(WebExchange web, AuthorizationRequest request, Session session) throws IOException {
        String code = grants.code(
                session, request.clientId(), request.redirectUri(), request.challenge(), request.nonce(), request.scope());
        web.redirect(request.redirect(Map.of("code", code, "iss", issuer.url())));
    }

    private void revoke(WebExchange web) throws IOException {
        Map<String, String> form = web.form();
        grants.revoke(form.getOrDefault("token", ""), publicClient(web, form, BROWSER_CLIENTS));
        web.empty(200);
    }

    private Map<String, Object> userInfo(WebExchange web) {
        try {
            SignedJWT token = SignedJWT.parse(web.bearer());
            var claims = token.getJWTClaimsSet();
            if (!TokenCheck.isValid(token, keys.published(), issuer.url(), clock.instant())) {
                throw invalidToken();
            }
            Map<String, Object> info = new LinkedHashMap<>();
            for (String claim : List.of("sub", "preferred_username", "clinic_id", "roles", "patient_id")) {
                Optional.ofNullable(claims.getClaim(claim)).ifPresent(value -> info.put(claim, value));
            }
            return info;
        } catch (ParseException notAToken) {
            throw invalidToken();
        }
    }

    private static OAuthError invalidToken() {
        return new OAuthError(401, "invalid_token", "the access token is not valid")
                .header("WWW-Authenticate", "Bearer error=\"invalid_token\"");
    }

    private void logout(WebExchange web) throws IOException {
        Optional.ofNullable(web.cookie(COOKIE)).ifPresent(grants::end);
        web.setCookie(COOKIE, "", BASE + "; Max-Age=0");
        Map<String, String> parameters = web.method().equals("GET") ? web.query() : web.form();
        String target = parameters.get("post_logout_redirect_uri");
        if (target != null && AuthorizationRequest.isLoopback(target)) {
            web.redirect(URI.create(target));
        } else {
            web.html(200, SignInPage.signedOut());
        }
    }

    /** The PKCE S256 transformation of RFC 7636 section 4.2. */
    static String challengeOf(String verifier) {
        return Base64.getUrlEncoder().withoutPadding().encodeToString(SignInGuard.sha256(verifier));
    }
}
