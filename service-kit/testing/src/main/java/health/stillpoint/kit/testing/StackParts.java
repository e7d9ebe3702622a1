package health.stillpoint.kit.testing;

import health.stillpoint.local.parts.DemoRealm;
import health.stillpoint.local.parts.LocalIssuer;
import health.stillpoint.local.parts.LocalKafka;
import health.stillpoint.local.parts.LocalPostgres;
import health.stillpoint.local.parts.TokenSpec;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Stream;

/**
 * The parts themselves, once for each test JVM. Quarkus loads test code in several class loaders, so this class is only
 * ever used through the system class loader and speaks in JDK types; {@link Stack} is its face.
 */
public final class StackParts {

    /** Held, since the log manager keeps loggers weakly and their levels would be lost with them. */
    private static final List<Logger> QUIET =
            Stream.of("org.apache.kafka", "kafka", "state", "io.zonky").map(Logger::getLogger).toList();

    private static Map<String, Object> controls;

    private StackParts() {}

    /** Starts the parts on the first call. */
    public static synchronized Map<String, Object> controls(String service) {
        if (controls == null) {
            QUIET.forEach(logger -> logger.setLevel(Level.OFF));
            inOwnLoader(() -> controls = start(service)).run();
        }
        return controls;
    }

    /** The broker looks for its classes through the thread: it must find them where it is itself. */
    private static Runnable inOwnLoader(Runnable work) {
        return () -> {
            Thread thread = Thread.currentThread();
            ClassLoader before = thread.getContextClassLoader();
            thread.setContextClassLoader(StackParts.class.getClassLoader());
            try {
                work.run();
            } finally {
                thread.setContextClassLoader(before);
            }
        };
    }

    private static Map<String, Object> start(String service) {
        var startingKafka = beside(() -> LocalKafka.builder().start());
        var startingIssuer = beside(() -> LocalIssuer.builder().start());
        LocalPostgres postgres =
                LocalPostgres.builder().services(service).durable(false).start();
        LocalKafka kafka = startingKafka.join();
        LocalIssuer issuer = startingIssuer.join();
        // The broker's threads are no daemons; without its end the JVM would not end. Halting it orderly takes seconds.
        Runtime.getRuntime().addShutdownHook(new Thread(postgres::kill));
        Map<String, Object> made = new ConcurrentHashMap<>();
        made.put("service", service);
        made.put("jdbcUrl", postgres.jdbcUrl(service));
        made.put("superuserJdbcUrl", postgres.superuserJdbcUrl(service));
        made.put("password", (Function<String, String>) postgres::password);
        made.put("bootstrapServers", kafka.bootstrapServers());
        made.put("issuer", issuer.url());
        made.put("mint", (Function<Map<String, Object>, String>) wish -> mint(issuer, wish));
        made.put("kafka.stop", inOwnLoader(kafka::stop));
        made.put("kafka.start", inOwnLoader(kafka::start));
        made.put("postgres.kill", inOwnLoader(postgres::kill));
        made.put("postgres.start", inOwnLoader(postgres::start));
        made.put("issuer.stop", inOwnLoader(issuer::stop));
        made.put("issuer.start", inOwnLoader(issuer::start));
        made.put("issuer.rotateKey", inOwnLoader(issuer::rotateKey));
        made.put("clinics", DemoRealm.CLINICS);
        return made;
    }

    private static <T> CompletableFuture<T> beside(Supplier<T> start) {
        return CompletableFuture.supplyAsync(start, work -> Thread.ofPlatform().start(work));
    }

    @SuppressWarnings("unchecked") // written by Tokens
    private static String mint(LocalIssuer issuer, Map<String, Object> wish) {
        String clinic = (String) wish.get("clinic");
        UUID patient = (UUID) wish.get("patient");
        TokenSpec token =
                patient == null ? issuer.token((String) wish.get("role"), clinic) : issuer.patientToken(patient, clinic);
        ((Map<String, Object>) wish.get("claims")).forEach(token::claim);
        return bend(token, (String) wish.get("forgery")).serialize();
    }

    private static TokenSpec bend(TokenSpec token, String forgery) {
        return switch (forgery) {
            case "" -> token;
            case "EXPIRED" -> token.issuedAt(Instant.now().minusSeconds(3600), Duration.ofSeconds(300));
            case "UNSIGNED" -> token.unsigned();
            case "SIGNED_BY_STRANGER" -> token.signedByStranger();
            case "UNKNOWN_KEY" -> token.signedByStranger().keyId("unknown");
            case "PUBLIC_KEY_AS_SECRET" -> token.signedWithPublicKeyAsSecret();
            case "OTHER_ISSUER" -> token.issuer("https://issuer.example/other");
            case "OTHER_AUDIENCE" -> token.audience("another-api");
            case "NO_AUDIENCE" -> token.without("aud");
            case "NO_EXPIRY" -> token.without("exp");
            case "NO_CLINIC" -> token.without("clinic_id");
            case "UNREADABLE_CLINIC" -> token.claim("clinic_id", "harbor' or '1'='1");
            case "NO_ROLES" -> token.without("roles");
            default -> throw new IllegalArgumentException(forgery);
        };
    }
}
