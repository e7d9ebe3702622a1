package health.stillpoint.kit.operation;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.Calls.as;
import static health.stillpoint.kit.testapp.KitStack.count;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import health.stillpoint.kit.testapp.NoteResource;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.IntStream;
import org.junit.jupiter.api.RepeatedTest;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KitStack.class)
class OperationResourceTest {

    private static final String TRACE = "00-4bf92f3577b34da6a3ce929d0e0e4736-00f067aa0ba902b7-01";

    @Test
    void keepsWhatWasWrittenWithItsEvent() {
        // When
        Response written = as("therapist", "harbor").header("traceparent", TRACE).body(Map.of("text", "first")).post(NOTES);

        // Then
        assertThat(written.statusCode()).isEqualTo(201);
        assertThat(written.header("ETag")).isEqualTo("\"0\"");
        Response read = as("therapist", "harbor").get(written.header("Location"));
        assertThat(read.statusCode()).isEqualTo(200);
        assertThat(read.jsonPath().getString("text")).isEqualTo("first");
        assertThat(read.header("Cache-Control")).isEqualTo("no-store");
        assertThat(read.header("X-Content-Type-Options")).isEqualTo("nosniff");
        String event = "from outbox where key = '" + written.jsonPath().getString("id") + "'";
        assertThat(count("select count(*) " + event)).isEqualTo(1);
        assertThat(KitStack.value("select headers->>'ce_traceparent' " + event)).isEqualTo(TRACE);
        assertThat(KitStack.value("select headers->>'ce_clinicid' " + event)).isEqualTo(KitStack.HARBOR.toString());
    }

    @Test
    void hidesARecordOfAnotherClinic() {
        // Given
        String location = as("therapist", "harbor").body(Map.of("text", "ours")).post(NOTES).header("Location");

        // When
        Response stranger = as("therapist", "meadow").get(location);
        Response change = as("therapist", "meadow").header("If-Match", "\"0\"").body(Map.of("text", "theirs")).patch(location);

        // Then
        assertThat(stranger.statusCode()).isEqualTo(404);
        assertThat(change.statusCode()).isEqualTo(404);
        assertThat(stranger.contentType()).startsWith("application/problem+json");
        assertThat(stranger.jsonPath().getString("code")).isEqualTo("not-found");
        assertThat(stranger.jsonPath().getString("requestId")).isEqualTo(stranger.header("X-Request-Id"));
        assertThat(as("therapist", "harbor").get(location).jsonPath().getString("text")).isEqualTo("ours");
    }

    @Test
    void answersTheSameForAnotherClinicsRecordAsForNone() {
        // Given
        String location = as("therapist", "harbor").body(Map.of("text", "ours")).post(NOTES).header("Location");

        // When
        Response foreign = as("therapist", "meadow").get(location);
        Response none = as("therapist", "meadow").get(NOTES + "/" + UUID.randomUUID());

        // Then
        assertThat(foreign.asString().replace(foreign.header("X-Request-Id"), ""))
                .isEqualTo(none.asString().replace(none.header("X-Request-Id"), ""));
    }

    @Test
    void acceptsAChangeOfTheVersionSeenAlone() {
        // Given
        String location = as("therapist", "harbor").body(Map.of("text", "before")).post(NOTES).header("Location");

        // When
        Response blind = as("therapist", "harbor").body(Map.of("text", "after")).patch(location);
        Response stale = as("therapist", "harbor").header("If-Match", "\"7\"").body(Map.of("text", "after")).patch(location);
        Response right = as("therapist", "harbor").header("If-Match", "\"0\"").body(Map.of("text", "after")).patch(location);
        Response again = as("therapist", "harbor").header("If-Match", "\"0\"").body(Map.of("text", "later")).patch(location);

        // Then
        assertThat(blind.statusCode()).isEqualTo(428);
        assertThat(stale.statusCode()).isEqualTo(412);
        assertThat(right.statusCode()).isEqualTo(200);
        assertThat(right.header("ETag")).isEqualTo("\"1\"");
        assertThat(again.statusCode()).isEqualTo(412);
    }

    @Test
    void saysHowAVersionIsNamedInsteadOfCallingItChanged() {
        // Given
        String location = as("therapist", "harbor").body(Map.of("text", "before")).post(NOTES).header("Location");

        // When
        Response unquoted = as("therapist", "harbor").header("If-Match", "0").body(Map.of("text", "after")).patch(location);
        Response weak = as("therapist", "harbor").header("If-Match", "W/\"0\"").body(Map.of("text", "after")).patch(location);

        // Then
        for (Response refused : List.of(unquoted, weak)) {
            assertThat(refused.statusCode()).isEqualTo(400);
            assertThat(refused.jsonPath().getString("code")).isEqualTo("if-match-unusable");
            assertThat(refused.jsonPath().getString("detail")).contains("such as \"3\"");
        }
    }

    @Test
    void namesTheRolesThatMayAndNothingElse() {
        // When
        Response one = as("analyst", "harbor").get(NOTES);
        Response two = as("analyst", "harbor").get(NOTES + "/" + UUID.randomUUID());
        Response none = as("analyst", "harbor").get(NOTES + "/unguarded");

        // Then
        assertThat(one.statusCode()).isEqualTo(403);
        assertThat(one.jsonPath().getString("detail")).isEqualTo("The role therapist is needed.");
        assertThat(two.statusCode()).isEqualTo(403);
        assertThat(two.jsonPath().getString("detail")).isEqualTo("One of these roles is needed: monitor, therapist.");
        assertThat(none.statusCode()).isEqualTo(403);
        assertThat(none.jsonPath().getString("detail")).isNull();
    }

    @Test
    void letsOneOfManyChangesOfAVersionWin() {
        // Given
        String location = as("therapist", "harbor").body(Map.of("text", "before")).post(NOTES).header("Location");

        // When
        List<Integer> answers = IntStream.range(0, 20).parallel()
                .mapToObj(i -> as("therapist", "harbor").header("If-Match", "\"0\"").body(Map.of("text", "by " + i))
                        .patch(location).statusCode())
                .toList();

        // Then
        assertThat(answers).containsOnly(200, 412);
        assertThat(answers.stream().filter(status -> status == 200)).hasSize(1);
    }

    /** Each of the others can be in the way once only, so none of four loses more often than it is tried. */
    @RepeatedTest(5)
    void doesAnewWhatOthersHaveOvertaken() {
        // Given
        String location = as("therapist", "harbor").body(Map.of("text", "before")).post(NOTES).header("Location");

        // When
        List<Integer> answers = IntStream.range(0, 4).parallel()
                .mapToObj(i -> as("therapist", "harbor").header("If-Match", "*").body(Map.of("text", "by " + i))
                        .patch(location).statusCode())
                .toList();

        // Then
        assertThat(answers).containsOnly(200);
        assertThat(as("therapist", "harbor").get(location).header("ETag")).isEqualTo("\"4\"");
    }

    @Test
    void pausesBeforeItDoesAnewAndGivesUpInTheEnd() {
        // Given
        NoteResource.OVERTAKEN.clear();

        // When
        Response refused = as("therapist", "harbor").body(Map.of("text", "overtaken")).post(NOTES);

        // Then
        assertThat(refused.statusCode()).isEqualTo(503);
        assertThat(refused.header("Retry-After")).isEqualTo("1");
        List<Instant> attempts = List.copyOf(NoteResource.OVERTAKEN);
        assertThat(attempts).hasSize(4);
        for (int i = 1; i < attempts.size(); i++) {
            assertThat(Duration.between(attempts.get(i - 1), attempts.get(i))).isGreaterThanOrEqualTo(Duration.ofMillis(5));
        }
        assertThat(count("select count(*) from note where text = 'overtaken'")).isZero();
    }

    @Test
    void leavesNothingOfARefusal() {
        // When
        Response refused = as("therapist", "harbor").body(Map.of("text", "refuse")).post(NOTES);

        // Then
        assertThat(refused.statusCode()).isEqualTo(409);
        assertThat(refused.jsonPath().getString("type")).isEqualTo("https://stillpoint.health/problems/note-refused");
        assertThat(count("select count(*) from note where text = 'refuse'")).isZero();
    }

    @Test
    void saysNothingOfAFaultButTheRequest() {
        // When
        Response broken = as("therapist", "harbor").header("X-Request-Id", "my-request.1").body(Map.of("text", "break")).post(NOTES);

        // Then
        assertThat(broken.statusCode()).isEqualTo(500);
        assertThat(broken.jsonPath().getMap("$")).containsOnlyKeys("type", "title", "status", "code", "requestId");
        assertThat(broken.jsonPath().getString("requestId")).isEqualTo("my-request.1");
        assertThat(broken.asString()).doesNotContain("CANARY", "Exception", "java");
    }

    @Test
    void refusesWhatTheDatabaseRefuses() {
        // Given
        String code = UUID.randomUUID().toString();
        as("therapist", "harbor").body(Map.of("text", "one", "code", code)).post(NOTES);

        // When
        Response twice = as("therapist", "harbor").body(Map.of("text", "two", "code", code)).post(NOTES);
        Response elsewhere = as("therapist", "meadow").body(Map.of("text", "two", "code", code)).post(NOTES);
        Response tooLong = as("therapist", "harbor").body(Map.of("text", "x".repeat(500))).post(NOTES);

        // Then
        assertThat(twice.statusCode()).isEqualTo(409);
        assertThat(elsewhere.statusCode()).isEqualTo(201);
        assertThat(tooLong.statusCode()).isEqualTo(422);
    }

    @Test
    void pagesThroughAListWithoutLosingOrDoubling() {
        // Given
        for (int i = 0; i < 5; i++) {
            as("therapist", "meadow").body(Map.of("text", "page " + i)).post(NOTES);
        }
        long total = count("select count(*) from note where clinic_id = '" + KitStack.MEADOW + "'");

        // When
        Response page = as("therapist", "meadow").queryParam("limit", 2).get(NOTES);
        List<String> seen = new java.util.ArrayList<>(page.jsonPath().getList("items.id"));
        while (page.jsonPath().getString("next") != null) {
            assertThat(page.header("Link")).startsWith("<notes?").contains("rel=\"next\"").contains("limit=2")
                    .contains("cursor=" + page.jsonPath().getString("next"));
            page = as("therapist", "meadow").queryParam("limit", 2)
                    .queryParam("cursor", page.jsonPath().getString("next")).get(NOTES);
            seen.addAll(page.jsonPath().getList("items.id"));
        }

        // Then
        assertThat(seen).hasSize((int) total).doesNotHaveDuplicates();
    }

    @Test
    void refusesACursorOfAnotherClinicOrListOrABrokenOne() {
        // Given
        for (int i = 0; i < 2; i++) {
            as("therapist", "harbor").body(Map.of("text", "cursor")).post(NOTES);
        }
        String cursor = as("therapist", "harbor").queryParam("limit", 1).get(NOTES).jsonPath().getString("next");

        // When
        Response own = as("therapist", "harbor").queryParam("cursor", cursor).get(NOTES);
        Response stolen = as("therapist", "meadow").queryParam("cursor", cursor).get(NOTES);
        Response ofAnotherList = as("auditor", "harbor").queryParam("cursor", cursor).get("/api/v1/audit-events");
        Response broken = as("therapist", "harbor").queryParam("cursor", "A" + cursor.substring(1)).get(NOTES);
        Response tooMany = as("therapist", "harbor").queryParam("limit", 201).get(NOTES);

        // Then
        assertThat(own.statusCode()).isEqualTo(200);
        assertThat(stolen.statusCode()).isEqualTo(400);
        assertThat(stolen.jsonPath().getString("code")).isEqualTo("invalid-cursor");
        assertThat(ofAnotherList.statusCode()).isEqualTo(400);
        assertThat(ofAnotherList.jsonPath().getString("code")).isEqualTo("invalid-cursor");
        assertThat(broken.statusCode()).isBetween(200, 400).isNotEqualTo(500);
        assertThat(tooMany.statusCode()).isEqualTo(400);
    }

    @Test
    void refusesAParameterItDoesNotHaveAndRecordsIt() {
        // When
        Response misspelled = as("therapist", "harbor").header("X-Request-Id", "misspelled-1").queryParam("limt", 2).get(NOTES);
        Response none = as("therapist", "harbor").queryParam("dryRun", true).body(Map.of("text", "not written")).post(NOTES);
        Response notTheirs = as("analyst", "harbor").queryParam("limt", 2).get(NOTES);

        // Then
        assertThat(misspelled.statusCode()).isEqualTo(400);
        assertThat(misspelled.contentType()).startsWith("application/problem+json");
        assertThat(misspelled.jsonPath().getString("code")).isEqualTo("unknown-parameter");
        assertThat(misspelled.jsonPath().getList("violations.field")).containsExactly("limt");
        assertThat(misspelled.jsonPath().getString("detail")).contains("cursor, limit");
        assertThat(none.statusCode()).isEqualTo(400);
        assertThat(count("select count(*) from note where text = 'not written'")).isZero();
        assertThat(notTheirs.statusCode()).isEqualTo(403);
        assertThat(count("select count(*) from (select from audit_pending where request_id = 'misspelled-1'"
                + " and problem_code = 'unknown-parameter' union all select from audit_event where request_id = 'misspelled-1'"
                + " and problem_code = 'unknown-parameter')")).isEqualTo(1);
    }

    @Test
    void answersEachCallerFromTheirOwnClinicWhileConnectionsAreShared() {
        // Given
        String ours = as("therapist", "harbor").body(Map.of("text", "harbor's")).post(NOTES).header("Location");
        String theirs = as("therapist", "meadow").body(Map.of("text", "meadow's")).post(NOTES).header("Location");

        // When
        List<Boolean> right = IntStream.range(0, 200).parallel().mapToObj(i -> {
            boolean harbor = i % 2 == 0;
            String clinic = harbor ? "harbor" : "meadow";
            int own = as("therapist", clinic).get(harbor ? ours : theirs).statusCode();
            int other = as("therapist", clinic).get(harbor ? theirs : ours).statusCode();
            return own == 200 && other == 404;
        }).toList();

        // Then
        assertThat(right).containsOnly(true);
    }
}
