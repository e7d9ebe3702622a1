package health.stillpoint.system;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/** Plain HTTP calls, as an outsider makes them. */
final class Http {

    static final ObjectMapper JSON = new ObjectMapper();

    private static final HttpClient CLIENT = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Http() {}

    static Call to(URI base, String path) {
        return new Call(URI.create(base + path));
    }

    /** One request being put together. */
    static final class Call {

        private final URI uri;
        private final Map<String, String> headers = new LinkedHashMap<>();

        private Call(URI uri) {
            this.uri = uri;
        }

        Call as(String token) {
            return header("Authorization", "Bearer " + token);
        }

        Call header(String name, String value) {
            headers.put(name, value);
            return this;
        }

        Call idempotent() {
            return header("Idempotency-Key", UUID.randomUUID().toString());
        }

        Answer get() {
            return send("GET", null);
        }

        Answer post(Object body) {
            return send("POST", body);
        }

        Answer put(Object body) {
            return send("PUT", body);
        }

        Answer send(String method, Object body) {
            HttpRequest.Builder request = HttpRequest.newBuilder(uri).timeout(Duration.ofSeconds(30));
            headers.forEach(request::header);
            if (body == null) {
                request.method(method, HttpRequest.BodyPublishers.noBody());
            } else {
                request.header("Content-Type", "application/json");
                request.method(method, HttpRequest.BodyPublishers.ofString(text(body)));
            }
            try {
                HttpResponse<String> response =
                        CLIENT.send(request.build(), HttpResponse.BodyHandlers.ofString());
                return new Answer(response.statusCode(), response.body(), response.headers().map()
                        .entrySet().stream().collect(LinkedHashMap::new,
                                (map, entry) -> map.put(entry.getKey().toLowerCase(), String.join(", ", entry.getValue())),
                                Map::putAll));
            } catch (IOException failed) {
                throw new UncheckedIOException(method + " " + uri, failed);
            } catch (InterruptedException interrupted) {
                Thread.currentThread().interrupt();
                throw new IllegalStateException(interrupted);
            }
        }

        private static String text(Object body) {
            try {
                return body instanceof String ready ? ready : JSON.writeValueAsString(body);
            } catch (JsonProcessingException failed) {
                throw new UncheckedIOException(failed);
            }
        }
    }

    /** What came back. Header names are in lower case. */
    record Answer(int status, String text, Map<String, String> headers) {

        JsonNode json() {
            try {
                return JSON.readTree(text);
            } catch (JsonProcessingException failed) {
                throw new UncheckedIOException("not JSON, status " + status + ": " + text, failed);
            }
        }

        String code() {
            return json().path("code").asText("");
        }

        Optional<String> header(String name) {
            return Optional.ofNullable(headers.get(name.toLowerCase()));
        }

        boolean succeeded() {
            return status >= 200 && status < 300;
        }
    }
}
