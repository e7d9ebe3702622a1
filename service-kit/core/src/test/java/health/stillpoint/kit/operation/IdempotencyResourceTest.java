package health.stillpoint.kit.operation;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.Calls.as;
import static health.stillpoint.kit.testapp.Calls.await;
import static health.stillpoint.kit.testapp.Calls.key;
import static health.stillpoint.kit.testapp.KitStack.count;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KitStack.class)
class IdempotencyResourceTest {

    private static final String KEY = "Idempotency-Key";

    @Test
    void repeatsTheFirstAnswerToTheByte() {
        // Given
        String key = key();
        Response first = as("therapist", "harbor").header(KEY, key).body(Map.of("text", "once")).post(NOTES);

        // When
        Response second = as("therapist", "harbor").header(KEY, key).body(Map.of("text", "once")).post(NOTES);

        // Then
        assertThat(second.statusCode()).isEqualTo(201);
        assertThat(second.asString()).isEqualTo(first.asString());
        assertThat(second.header("Location")).isEqualTo(first.header("Location"));
        assertThat(second.header("ETag")).isEqualTo(first.header("ETag"));
        assertThat(second.header("Idempotency-Replayed")).isEqualTo("true");
        assertThat(first.header("Idempotency-Replayed")).isNull();
        assertThat(second.contentType()).startsWith("application/json");
    }

    @Test
    void refusesTheKeyForAnotherCall() {
        // Given
        String key = key();
        as("therapist", "harbor").header(KEY, key).body(Map.of("text", "once")).post(NOTES);

        // When
        Response otherBody = as("therapist", "harbor").header(KEY, key).body(Map.of("text", "twice")).post(NOTES);
        Response otherRoute = as("therapist", "harbor").header(KEY, key).body(Map.of("text", "once")).post(NOTES + "/once");

        // Then
        assertThat(otherBody.statusCode()).isEqualTo(422);
        assertThat(otherBody.jsonPath().getString("code")).isEqualTo("idempotency-key-reused");
        assertThat(otherRoute.statusCode()).isEqualTo(422);
    }

    @Test
    void tellsBodiesApartThatNameNoType() throws Exception {
        // Given
        String key = key();

        // When
        HttpResponse<String> first = send(NOTES + "/once", key, null, "{\"text\": \"once\"}");
        HttpResponse<String> other = send(NOTES + "/once", key, null, "{\"text\": \"twice\"}");

        // Then
        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(other.body()).contains("idempotency-key-reused");
    }

    @Test
    void countsNoBodyWhereNoneIsTaken() throws Exception {
        // Given
        String address = NOTES + "/" + as("therapist", "harbor").body(Map.of("text", "seen")).post(NOTES).jsonPath().getString("id") + "/seen";
        String key = key();

        // When
        HttpResponse<String> first = send(address, key, "application/json", "{}");
        HttpResponse<String> again = send(address, key, null, "");

        // Then: the hash of replicas of every release, which hold each other's first answers
        String hash = HexFormat.of().formatHex(BodyDigest.sha256().digest(("POST " + address + "\n\n").getBytes(StandardCharsets.UTF_8)));
        assertThat(first.statusCode()).isEqualTo(200);
        assertThat(again.headers().firstValue("Idempotency-Replayed")).contains("true");
        assertThat(count("select count(*) from idempotency_key where key = '" + key + "' and encode(request_hash, 'hex') = '" + hash + "'"))
                .isEqualTo(1);
    }

    @Test
    void refusesATypeThatIsNone() throws Exception {
        assertThat(send(NOTES, key(), "nonsense", "{\"text\": \"once\"}").statusCode()).isBetween(400, 415);
    }

    private static HttpResponse<String> send(String address, String key, String type, String body) throws Exception {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create("http://localhost:" + RestAssured.port + address))
                .header("Authorization", "Bearer " + KitStack.token("therapist", "harbor")).header(KEY, key)
                .POST(HttpRequest.BodyPublishers.ofString(body));
        if (type != null) {
            request.header("Content-Type", type);
        }
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), HttpResponse.BodyHandlers.ofString());
        }
    }

    @Test
    void keepsTheKeysOfClinicsAndPeopleApart() {
        // Given
        String key = key();
        Response ours = as("therapist", "harbor").header(KEY, key).body(Map.of("text", "same")).post(NOTES);

        // When
        Response theirs = as("therapist", "meadow").header(KEY, key).body(Map.of("text", "same")).post(NOTES);

        // Then
        assertThat(theirs.statusCode()).isEqualTo(201);
        assertThat(theirs.header("Idempotency-Replayed")).isNull();
        assertThat(theirs.jsonPath().getString("id")).isNotEqualTo(ours.jsonPath().getString("id"));
    }

    @Test
    void asksForAKeyWhereARepeatCouldHarm() {
        // When
        Response without = as("therapist", "harbor").body(Map.of("text", "once")).post(NOTES + "/once");
        Response unusable = as("therapist", "harbor").header(KEY, "x".repeat(256)).body(Map.of("text", "once")).post(NOTES);
        Response longest = as("therapist", "harbor").header(KEY, key() + "x".repeat(255 - 36)).body(Map.of("text", "once")).post(NOTES);

        // Then
        assertThat(without.statusCode()).isEqualTo(400);
        assertThat(without.jsonPath().getString("code")).isEqualTo("idempotency-key-required");
        assertThat(unusable.statusCode()).isEqualTo(400);
        assertThat(longest.statusCode()).isEqualTo(201);
    }

    @Test
    void hasOneEffectForFiftyCallsAtOnce() {
        // Given
        String key = key();
        String text = "at once " + key.substring(0, 8);

        // When
        List<Integer> answers = IntStream.range(0, 50).parallel()
                .mapToObj(i -> as("therapist", "harbor").header(KEY, key).body(Map.of("text", text)).post(NOTES).statusCode())
                .toList();

        // Then
        assertThat(answers).contains(201).isSubsetOf(201, 409);
        assertThat(count("select count(*) from note where text = '" + text + "'")).isEqualTo(1);
    }

    @Test
    void refusesARepeatWhileTheFirstIsRunning() throws InterruptedException {
        // Given
        String key = key();
        Map<String, Object> slow = Map.of("text", "slow", "slowMillis", 1500);
        CompletableFuture<Integer> first = CompletableFuture.supplyAsync(
                () -> as("therapist", "harbor").header(KEY, key).body(slow).post(NOTES).statusCode());
        await(() -> count("""
                select count(*) from pg_locks join pg_stat_activity using (pid)
                 where locktype = 'advisory' and objsubid = 1
                   and clock_timestamp() - xact_start > interval '300 milliseconds'""") > 0); // the sealer's and the jobs' are shorter

        // When
        Response second = as("therapist", "harbor").header(KEY, key).body(slow).post(NOTES);

        // Then
        assertThat(second.statusCode()).isEqualTo(409);
        assertThat(second.jsonPath().getString("code")).isEqualTo("idempotency-in-progress");
        assertThat(first.join()).isEqualTo(201);
    }

    @Test
    void runsARefusedCallAgain() {
        // Given
        String key = key();
        Response first = as("therapist", "harbor").header(KEY, key).body(Map.of("text", "refuse")).post(NOTES);

        // When
        Response second = as("therapist", "harbor").header(KEY, key).body(Map.of("text", "refuse")).post(NOTES);

        // Then
        assertThat(first.statusCode()).isEqualTo(409);
        assertThat(second.header("Idempotency-Replayed")).isNull();
        assertThat(count("select count(*) from idempotency_key where key = '" + key + "'")).isZero();
    }

    @Test
    void forgetsAnAnswerAfterADay() {
        // Given
        String key = key();
        String first = as("therapist", "harbor").header(KEY, key).body(Map.of("text", "day")).post(NOTES).jsonPath().getString("id");
        KitStack.execute("update idempotency_key set created_at = now() - interval '25 hours' where key = '" + key + "'");

        // When
        Response next = as("therapist", "harbor").header(KEY, key).body(Map.of("text", "day")).post(NOTES);

        // Then
        assertThat(next.statusCode()).isEqualTo(201);
        assertThat(next.jsonPath().getString("id")).isNotEqualTo(first);
    }
}
