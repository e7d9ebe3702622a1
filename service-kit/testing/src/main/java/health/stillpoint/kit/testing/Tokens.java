package health.stillpoint.kit.testing;

import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;

/** Access tokens of the test issuer. Clinics by name ({@code harbor}, {@code meadow}) or by their UUID. */
public final class Tokens {

    /** Ways to bend a token; each must be answered 401, those without clinic or roles 403. */
    public enum Forgery {
        EXPIRED,
        UNSIGNED,
        SIGNED_BY_STRANGER,
        UNKNOWN_KEY,
        PUBLIC_KEY_AS_SECRET,
        OTHER_ISSUER,
        OTHER_AUDIENCE,
        NO_AUDIENCE,
        NO_EXPIRY,
        NO_CLINIC,
        UNREADABLE_CLINIC,
        NO_ROLES
    }

    /** A fifth of a token's life: whoever signs in again within it gets the same one, as a program does that keeps its token. */
    private static final Duration KEPT_FOR = Duration.ofMinutes(1);

    private static final Map<Map<String, Object>, Kept> KEPT = new ConcurrentHashMap<>();

    private record Kept(String token, Instant until) {}

    private Tokens() {}

    /** What {@code <role>@<clinic>} gets when signing in. */
    public static String of(String role, String clinic) {
        return mint(role, clinic, null, Map.of(), "");
    }

    /** The same with some claims set otherwise, such as {@code sub} for a second person. */
    public static String of(String role, String clinic, Map<String, ?> claims) {
        return mint(role, clinic, null, claims, "");
    }

    /** What a patient gets, whose own record this is. */
    public static String ofPatient(UUID patientId, String clinic) {
        return mint("patient", clinic, patientId, Map.of(), "");
    }

    /** A token that looks like {@link #of} and must be refused. */
    public static String forged(Forgery forgery, String role, String clinic) {
        return mint(role, clinic, null, Map.of(), forgery.name());
    }

    /** The value of the Authorization header for {@link #of}. */
    public static String bearer(String role, String clinic) {
        return "Bearer " + of(role, clinic);
    }

    private static String mint(String role, String clinic, UUID patient, Map<String, ?> claims, String forgery) {
        Map<String, Object> wish = new HashMap<>();
        wish.put("role", role);
        wish.put("clinic", clinic);
        wish.put("patient", patient);
        wish.put("claims", Map.copyOf(claims));
        wish.put("forgery", forgery);
        Instant now = Instant.now();
        return KEPT.compute(wish, (_, kept) -> kept != null && now.isBefore(kept.until())
                ? kept
                : new Kept(Stack.mint(wish), now.plus(KEPT_FOR))).token();
    }
}
