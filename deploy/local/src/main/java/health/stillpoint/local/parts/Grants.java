package health.stillpoint.local.parts;

import java.security.SecureRandom;
import java.time.Duration;
import java.time.Instant;
import java.time.InstantSource;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/**
 * What the issuer remembers between two requests, in memory only: browser sessions, authorization codes (60 s, once)
 * and refresh tokens (8 h, replaced at each use; using an old one again ends all of its sign-in).
 */
final class Grants {

    private static final Duration CODE_LIFETIME = Duration.ofSeconds(60);
    private static final Duration SESSION_LIFETIME = Duration.ofHours(8);

    private final InstantSource clock;
    private final SecureRandom random = new SecureRandom();
    private final Map<String, Code> codes = new ConcurrentHashMap<>();
    private final Map<String, Session> sessions = new ConcurrentHashMap<>();
    private final Map<String, Refresh> refreshes = new ConcurrentHashMap<>();

    Grants(InstantSource clock) {
        this.clock = clock;
    }

    /** One act of signing in, the parent of codes and refresh tokens. */
    record Session(String id, DemoRealm.Person person, Instant signedInAt) {}

    /** An authorization code's promise. */
    record Code(
            Session session, String clientId, String redirectUri, String challenge, String nonce, String scope, Instant issuedAt) {}

    /** A refresh token's promise. */
    record Refresh(Session session, String clientId, String scope, boolean used) {}

    Session open(DemoRealm.Person person) {
        forgetTheOld();
        Session session = new Session(secret(), person, clock.instant());
        sessions.put(session.id(), session);
        return session;
    }

    Optional<Session> session(String id) {
        return id == null ? Optional.empty() : Optional.ofNullable(sessions.get(id)).filter(this::lives);
    }

    void end(String sessionId) {
        sessions.remove(sessionId);
        refreshes.values().removeIf(refresh -> refresh.session().id().equals(sessionId));
    }

    String code(Session session, String clientId, String redirectUri, String challenge, String nonce, String scope) {
        String code = secret();
        codes.put(code, new Code(session, clientId, redirectUri, challenge, nonce, scope, clock.instant()));
        return code;
    }

    Optional<Code> redeem(String code) {
        return Optional.ofNullable(codes.remove(code))
                .filter(found -> found.issuedAt().plus(CODE_LIFETIME).isAfter(clock.instant()))
                .filter(found -> lives(found.session()));
    }

    String refreshToken(Session session, String clientId, String scope) {
        String token = secret();
        refreshes.put(token, new Refresh(session, clientId, scope, false));
        return token;
    }

    /** Takes a refresh token for good; one taken before ends the sign-in it came from. */
    synchronized Optional<Refresh> refresh(String token, String clientId) {
        Refresh found = refreshes.get(token);
        if (found == null || !found.clientId().equals(clientId) || !lives(found.session())) {
            return Optional.empty();
        }
        if (found.used()) {
            end(found.session().id());
            return Optional.empty();
        }
        refreshes.put(token, new Refresh(found.session(), clientId, found.scope(), true));
        return Optional.of(found);
    }

    /** Ends the sign-in behind a refresh token, if the client owns it. */
    void revoke(String token, String clientId) {
        Optional.ofNullable(refreshes.get(token))
                .filter(found -> found.clientId().equals(clientId))
                .ifPresent(found -> end(found.session().id()));
    }

    private boolean lives(Session session) {
        return sessions.containsKey(session.id())
                && session.signedInAt().plus(SESSION_LIFETIME).isAfter(clock.instant());
    }

    private void forgetTheOld() {
        sessions.values().removeIf(session -> !lives(session));
        codes.values().removeIf(code -> !lives(code.session()));
        refreshes.values().removeIf(refresh -> !lives(refresh.session()));
    }

    private String secret() {
        byte[] bytes = new byte[32];
        random.nextBytes(bytes);
        return Base64.getUrlEncoder().withoutPadding().encodeToString(bytes);
    }

    static String newId() {
        return UUID.randomUUID().toString();
    }
}
