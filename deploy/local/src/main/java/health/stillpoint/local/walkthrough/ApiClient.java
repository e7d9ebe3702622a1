package health.stillpoint.local.walkthrough;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.module.SimpleModule;
import com.fasterxml.jackson.databind.ser.std.ToStringSerializer;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Set;
import java.util.UUID;

/** The public API as a client sees it: one address, JSON in and out, and somebody signed in. */
public final class ApiClient {

    private static final Duration PATIENCE = Duration.ofSeconds(30);
    private static final Set<Integer> CANNOT_ANSWER = Set.of(502, 503, 504);
    private static final ObjectMapper JSON = new ObjectMapper()
            .disable(SerializationFeature.FAIL_ON_EMPTY_BEANS)
            .registerModule(new SimpleModule()
                    .addSerializer(Instant.class, ToStringSerializer.instance)
                    .addSerializer(LocalDate.class, ToStringSerializer.instance));

    private final URI gateway;
    private final TokenSource tokens;
    private final HttpClient http;
    private final Duration persistence;

    /** @param gateway where the gateway listens, without a path */
    public ApiClient(URI gateway, TokenSource tokens, HttpClient http) {
        this(gateway, tokens, http, Duration.ZERO);
    }

    private ApiClient(URI gateway, TokenSource tokens, HttpClient http, Duration persistence) {
        this.gateway = gateway;
        this.tokens = tokens;
        this.http = http;
        this.persistence = persistence;
    }

    /**
     * The same client, which repeats a request, under its first idempotency key, for so long while the system cannot
     * answer: no connection, or a status of 502, 503 or 504.
     */
    public ApiClient persistent(Duration longest) {
        return new ApiClient(gateway, tokens, http, longest);
    }

    /** The API under a login such as {@code prescriber@harbor}. */
    public SignedIn as(String login) {
        return new SignedIn(login);
    }

    /** Requests of one login. */
    public final class SignedIn {

        private final String login;

        private SignedIn(String login) {
            this.login = login;
        }

        /** Reads something. */
        public Answer get(String path) {
            return send("GET", path, request(path).GET());
        }

        /** Creates something or takes a step, under an idempotency key of its own. */
        public Answer post(String path, Object body) {
            return post(path, body, UUID.randomUUID().toString());
        }

        /** The same under a given idempotency key, so that a repetition is known as one. */
        public Answer post(String path, Object body, String idempotencyKey) {
            return send("POST", path, request(path).header("Idempotency-Key", idempotencyKey).POST(json(body)));
        }

        /** Replaces something. */
        public Answer put(String path, Object body) {
            return send("PUT", path, request(path).header("Idempotency-Key", UUID.randomUUID().toString()).PUT(json(body)));
        }

        /** Replaces something that was read before, and only if nobody changed it since. */
        public Answer putIfMatch(String path, Object body, Answer read) {
            return send("PUT", path, ifMatch(path, read).PUT(json(body)));
        }

        /** A step on something that was read before, and only if nobody changed it since. */
        public Answer postIfMatch(String path, Object body, Answer read) {
            return send("POST", path, ifMatch(path, read).POST(json(body)));
        }

        private HttpRequest.Builder ifMatch(String path, Answer read) {
            return request(path)
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .header("If-Match", read.version().orElseThrow(() -> new WalkthroughFailure(read.asked() + " gave no ETag")));
        }

        private HttpRequest.Builder request(String path) {
            return HttpRequest.newBuilder(gateway.resolve(path))
                    .timeout(PATIENCE)
                    .header("Content-Type", "application/json")
                    .header("Authorization", "Bearer " + tokens.tokenOf(login));
        }

        private Answer send(String method, String path, HttpRequest.Builder request) {
            Instant end = Instant.now().plus(persistence);
            while (true) {
                try {
                    Answer answer = once(method, path, request.build());
                    if (!CANNOT_ANSWER.contains(answer.status()) || Instant.now().isAfter(end)) {
                        return answer;
                    }
                } catch (IOException unreachable) {
                    if (Instant.now().isAfter(end)) {
                        throw new WalkthroughFailure(method + " " + path + ": no answer from " + gateway + " (" + unreachable
                                + "); ./stillpoint up starts it", unreachable);
                    }
                }
                Waiting.pause();
            }
        }

        private Answer once(String method, String path, HttpRequest request) throws IOException {
            try {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                return new Answer(method + " " + path + " as " + login, response.statusCode(), response.body(),
                        response.headers().firstValue("ETag"));
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new WalkthroughFailure("interrupted");
            }
        }

        private static HttpRequest.BodyPublisher json(Object body) {
            try {
                return HttpRequest.BodyPublishers.ofString(JSON.writeValueAsString(body));
            } catch (JsonProcessingException impossible) {
                throw new IllegalArgumentException(impossible);
            }
        }
    }
}
