package health.stillpoint.local.parts;

import com.sun.net.httpserver.HttpServer;
import com.sun.net.httpserver.HttpsConfigurator;
import com.sun.net.httpserver.HttpsServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Duration;
import java.time.InstantSource;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import javax.net.ssl.SSLContext;

/**
 * A small OpenID Connect issuer for one machine: discovery, keys, authorization code with PKCE and a sign-in page,
 * password, client credentials and refresh grants, revocation and end of session. It listens on the loopback interface
 * only and knows the people of {@link DemoRealm}; a clinic uses Keycloak or its own provider instead.
 */
public final class LocalIssuer implements AutoCloseable {

    /** The audience every access token names. */
    public static final String AUDIENCE = "stillpoint-api";

    /** Public client of the command line: password grant and authorization code with PKCE. */
    public static final String CLI_CLIENT = "stillpoint-cli";

    /** Public client of browser pages: authorization code with PKCE. */
    public static final String WEB_CLIENT = "stillpoint-web";

    /** Confidential client of a partner of the clinic Harbor: client credentials, role partner. */
    public static final String PARTNER_CLIENT = DemoRealm.PARTNER_CLIENT;

    /** Lifetime of an access token. */
    public static final Duration ACCESS_TOKEN_LIFETIME = Duration.ofSeconds(300);

    private final int port;
    private final InstantSource clock;
    private final SigningKeys keys;
    private final String partnerSecret;
    private final SSLContext tls;
    private HttpServer server;
    private ExecutorService workers;

    private LocalIssuer(Builder options) {
        this.port = options.port == 0 ? Ports.free() : options.port;
        this.clock = options.clock;
        this.keys = new SigningKeys(options.keyFile);
        this.partnerSecret = options.partnerSecret == null ? Grants.newId() : options.partnerSecret;
        this.tls = options.tls;
    }

    /** Starts with a fresh key in memory and a free port unless told otherwise. */
    public static Builder builder() {
        return new Builder();
    }

    /** The issuer URL: value of {@code quarkus.oidc.auth-server-url} and of the claim {@code iss}. */
    public String url() {
        return tls == null ? url(port) : url(port).replaceFirst("http", "https");
    }

    /** The issuer URL of an issuer without TLS on this port. */
    public static String url(int port) {
        return "http://localhost:" + port + "/stillpoint";
    }

    /** TCP port on the loopback interface. */
    public int port() {
        return port;
    }

    /** Secret of {@link #PARTNER_CLIENT}. */
    public String partnerSecret() {
        return partnerSecret;
    }

    /** An access token a service accepts, for {@code prescriber, harbor} and the like; the clinic may be a UUID. */
    public TokenSpec token(String role, String clinic) {
        return tokenOf(role + "@" + clinic, DemoRealm.clinicId(clinic), List.of(role), CLI_CLIENT);
    }

    /** An access token of a patient, with the record that is their own. */
    public TokenSpec patientToken(UUID patientId, String clinic) {
        String username = "patient." + patientId + "@" + clinic;
        return tokenOf(username, DemoRealm.clinicId(clinic), List.of("patient"), CLI_CLIENT)
                .claim("patient_id", patientId.toString());
    }

    TokenSpec tokenOf(DemoRealm.Person person, String clientId) {
        TokenSpec token = tokenOf(person.username(), person.clinicId(), person.roles(), clientId);
        person.patientId().ifPresent(id -> token.claim("patient_id", id.toString()));
        return token;
    }

    TokenSpec partnerToken() {
        return tokenOf(PARTNER_CLIENT, DemoRealm.clinicId("harbor"), List.of("partner"), PARTNER_CLIENT);
    }

    private TokenSpec tokenOf(String username, UUID clinicId, List<String> roles, String clientId) {
        return new TokenSpec(keys.current())
                .claim("iss", url())
                .claim("sub", DemoRealm.subject(username).toString())
                .claim("aud", AUDIENCE)
                .issuedAt(clock.instant(), ACCESS_TOKEN_LIFETIME)
                .claim("jti", Grants.newId())
                .claim("typ", "Bearer")
                .claim("azp", clientId)
                .claim("clinic_id", clinicId.toString())
                .claim("roles", roles)
                .claim("preferred_username", username);
    }

    /** Signs with a new key from now on; tokens of the old one stay valid until {@link #retireOldKeys()}. */
    public void rotateKey() {
        keys.rotate();
    }

    /** Publishes no key but the current one. */
    public void retireOldKeys() {
        keys.retireOld();
    }

    /** Starts listening on the same port as before; does nothing when it listens. */
    public synchronized void start() {
        if (server != null) {
            return;
        }
        try {
            HttpServer starting = listener(new InetSocketAddress(InetAddress.getLoopbackAddress(), port));
            workers = Executors.newVirtualThreadPerTaskExecutor();
            starting.setExecutor(workers);
            starting.createContext("/", new IssuerEndpoints(this, keys, clock));
            starting.start();
            server = starting;
        } catch (IOException failed) {
            throw new UncheckedIOException("the issuer cannot listen on port " + port, failed);
        }
    }

    private HttpServer listener(InetSocketAddress address) throws IOException {
        if (tls == null) {
            return HttpServer.create(address, 0);
        }
        HttpsServer encrypted = HttpsServer.create(address, 0);
        encrypted.setHttpsConfigurator(new HttpsConfigurator(tls));
        return encrypted;
    }

    /** Stops listening; keys are kept, sign-ins are forgotten. Does nothing when stopped. */
    public synchronized void stop() {
        if (server != null) {
            server.stop(0);
            workers.shutdown();
            server = null;
        }
    }

    @Override
    public void close() {
        stop();
    }

    /** Options of an issuer before it starts. */
    public static final class Builder {
        private int port;
        private Path keyFile;
        private String partnerSecret;
        private InstantSource clock = InstantSource.system();
        private SSLContext tls;

        private Builder() {}

        /** Listener port; 0 takes a free one. */
        public Builder port(int number) {
            this.port = number;
            return this;
        }

        /** File of the signing keys (mode 0600), made when absent; in memory when not set. */
        public Builder keyFile(Path file) {
            this.keyFile = file;
            return this;
        }

        /** Secret of {@link LocalIssuer#PARTNER_CLIENT}; random when not set. */
        public Builder partnerSecret(String secret) {
            this.partnerSecret = secret;
            return this;
        }

        /** Source of the moments in tokens; the system's when not set. */
        public Builder clock(InstantSource source) {
            this.clock = source;
            return this;
        }

        /** Speaks TLS with this identity, as a program in production asks of its issuer; plain HTTP when not set. */
        public Builder tls(SSLContext identity) {
            this.tls = identity;
            return this;
        }

        /** Starts the issuer and answers when it listens. */
        public LocalIssuer start() {
            LocalIssuer issuer = new LocalIssuer(this);
            issuer.start();
            return issuer;
        }
    }
}
