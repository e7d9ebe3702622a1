package health.stillpoint.kit.paging;

import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * A cursor is 16 bytes of HMAC-SHA256 over clinic, action, address, filters and keys, then the keys, each with its length; Base64
 * for addresses.
 */
@ApplicationScoped
class SignedCursors implements Cursors {

    private static final int SIGNATURE = 16;
    private static final int LONGEST = 1024;
    /** What says the place in a list, not which list it is. */
    private static final Set<String> PLACE = Set.of("cursor", "limit");

    private final SecretKeySpec secret;

    SignedCursors(CursorConfig config, @ConfigProperty(name = "quarkus.datasource.password") Optional<String> password)
            throws GeneralSecurityException {
        String seed = "stillpoint-cursor:" + config.secret().or(() -> password).orElse("");
        byte[] key = MessageDigest.getInstance("SHA-256").digest(seed.getBytes(StandardCharsets.UTF_8));
        this.secret = new SecretKeySpec(key, "HmacSHA256");
    }

    @Override
    public String encode(String... keys) {
        byte[] payload = payload(keys);
        byte[] cursor = ByteBuffer.allocate(SIGNATURE + payload.length).put(sign(payload)).put(payload).array();
        return Base64.getUrlEncoder().withoutPadding().encodeToString(cursor);
    }

    @Override
    public Optional<List<String>> decode(String cursor) {
        if (cursor == null || cursor.isEmpty()) {
            return Optional.empty();
        }
        byte[] bytes = bytes(cursor);
        if (bytes.length <= SIGNATURE) {
            throw invalid();
        }
        byte[] payload = Arrays.copyOfRange(bytes, SIGNATURE, bytes.length);
        if (!MessageDigest.isEqual(sign(payload), Arrays.copyOf(bytes, SIGNATURE))) {
            throw invalid();
        }
        return Optional.of(keys(payload));
    }

    @Override
    public int limit(Integer limit) {
        if (limit == null) {
            return DEFAULT_LIMIT;
        }
        if (limit < 1 || limit > MAX_LIMIT) {
            throw Problem.of(400, "invalid-limit", "The limit must be 1 to " + MAX_LIMIT).toException();
        }
        return limit;
    }

    @Override
    public <T> Page<T> page(List<T> rows, int limit, Function<T, String[]> keys) {
        if (rows.size() <= limit) {
            return new Page<>(rows, null);
        }
        List<T> items = List.copyOf(rows.subList(0, limit));
        return new Page<>(items, encode(keys.apply(items.getLast())));
    }

    private static byte[] payload(String... keys) {
        byte[][] texts = Arrays.stream(keys).map(key -> key.getBytes(StandardCharsets.UTF_8)).toArray(byte[][]::new);
        ByteBuffer payload = ByteBuffer.allocate(Arrays.stream(texts).mapToInt(text -> Short.BYTES + text.length).sum());
        for (byte[] text : texts) {
            payload.putShort((short) text.length).put(text);
        }
        return payload.array();
    }

    private static List<String> keys(byte[] payload) {
        ByteBuffer left = ByteBuffer.wrap(payload);
        List<String> keys = new ArrayList<>();
        while (left.hasRemaining()) {
            byte[] text = new byte[left.getShort()];
            left.get(text);
            keys.add(new String(text, StandardCharsets.UTF_8));
        }
        return keys;
    }

    private byte[] sign(byte[] payload) {
        Operation operation = Operation.current();
        UUID clinic = operation.clinicId();
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        byte[] list = payload(list(operation.audit().action(), request.unwrap(RoutingContext.class).normalizedPath(),
                request.getUriInfo().getQueryParameters()));
        try {
            Mac mac = Mac.getInstance("HmacSHA256");
            mac.init(secret);
            mac.update(ByteBuffer.allocate(Long.BYTES * 2 + Integer.BYTES)
                    .putLong(clinic.getMostSignificantBits()).putLong(clinic.getLeastSignificantBits())
                    .putInt(list.length).array());
            mac.update(list);
            return Arrays.copyOf(mac.doFinal(payload), SIGNATURE);
        } catch (GeneralSecurityException e) {
            throw new IllegalStateException("Every Java platform has HmacSHA256", e);
        }
    }

    /** Action, address and filters of the list asked for, in an order that does not depend on how they were written. */
    static String[] list(String action, String address, Map<String, List<String>> query) {
        List<String> list = new ArrayList<>();
        list.add(action);
        list.add(address);
        new TreeMap<>(query).forEach((name, values) -> {
            if (!PLACE.contains(name)) {
                list.add(name);
                list.add(Integer.toString(values.size()));
                values.stream().sorted().forEach(list::add);
            }
        });
        return list.toArray(String[]::new);
    }

    private static byte[] bytes(String cursor) {
        if (cursor.length() > LONGEST) {
            throw invalid();
        }
        try {
            return Base64.getUrlDecoder().decode(cursor);
        } catch (IllegalArgumentException _) {
            throw invalid();
        }
    }

    private static ProblemException invalid() {
        return Problem.of(400, "invalid-cursor", "The cursor is not one of this list").toException();
    }
}
