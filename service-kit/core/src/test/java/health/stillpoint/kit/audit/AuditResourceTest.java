package health.stillpoint.kit.audit;

import static health.stillpoint.kit.testapp.Calls.NOTES;
import static health.stillpoint.kit.testapp.Calls.as;
import static health.stillpoint.kit.testapp.Calls.await;
import static health.stillpoint.kit.testapp.KitStack.count;
import static health.stillpoint.kit.testapp.KitStack.execute;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import io.restassured.response.Response;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

@QuarkusTest
@WithTestResource(KitStack.class)
class AuditResourceTest {

    private static final String EVENTS = "/api/v1/audit-events";

    /** stillpoint.audit.verify-at-once of these tests. */
    private static final int STEP = 7;

    @Inject
    AuditSealer sealer;

    @Test
    void recordsWhoReadAndWroteWhat() throws SQLException {
        // Given
        Response written = as("therapist", "harbor").header("X-Request-Id", "audit-write-1").body(Map.of("text", "CANARY-text")).post(NOTES);
        String id = written.jsonPath().getString("id");
        as("monitor", "harbor").header("X-Request-Id", "audit-read-1").get(NOTES + "/" + id);
        sealer.sealAll();

        // When
        Response found = as("auditor", "harbor").queryParam("aboutId", id).get(EVENTS);

        // Then
        assertThat(found.statusCode()).isEqualTo(200);
        assertThat(found.jsonPath().getList("items.action")).containsExactly("note.write");
        assertThat(found.jsonPath().getString("items[0].requestId")).isEqualTo("audit-write-1");
        assertThat(found.jsonPath().getString("items[0].outcome")).isEqualTo("SUCCESS");
        assertThat(found.jsonPath().getString("items[0].roles")).isEqualTo("therapist");
        assertThat(found.jsonPath().getString("items[0].clientId")).isNotEmpty();
        assertThat(found.jsonPath().getString("items[0].fields")).isEqualTo("text,code");
        assertThat(found.jsonPath().getString("items[0].ip")).isNotEmpty();
        assertThat(found.asString()).doesNotContain("CANARY");
        assertThat(count("select count(*) from audit_event where request_id = 'audit-read-1' and action = 'note.read'"
                + " and entity_id = '" + id + "' and outcome = 'SUCCESS'")).isEqualTo(1);
    }

    @Test
    void recordsEveryKindOfRefusalOnce() throws SQLException {
        // Given
        String ours = as("therapist", "harbor").body(Map.of("text", "ours")).post(NOTES).header("Location");

        // When
        as("analyst", "harbor").header("X-Request-Id", "denied-role").get(ours);
        as("therapist", "meadow").header("X-Request-Id", "denied-clinic").get(ours);
        as("therapist", "harbor").header("X-Request-Id", "refused-value").body(Map.of("text", "")).post(NOTES);
        as("therapist", "harbor").header("X-Request-Id", "refused-json").body("{\"text\":").post(NOTES);
        as("therapist", "harbor").header("X-Request-Id", "refused-rule").body(Map.of("text", "refuse")).post(NOTES);
        as("therapist", "harbor").header("X-Request-Id", "failed-fault").body(Map.of("text", "break")).post(NOTES);
        as("therapist", "harbor").header("X-Request-Id", "failed-overtaken").body(Map.of("text", "overtaken")).post(NOTES);
        sealer.sealAll();

        // Then
        assertThat(recorded("denied-role")).isEqualTo("DENIED forbidden " + KitStack.HARBOR);
        assertThat(recorded("denied-clinic")).isEqualTo("DENIED not-found " + KitStack.MEADOW);
        assertThat(recorded("refused-value")).isEqualTo("REFUSED invalid-value " + KitStack.HARBOR);
        assertThat(recorded("refused-json")).isEqualTo("REFUSED unreadable " + KitStack.HARBOR);
        assertThat(recorded("refused-rule")).isEqualTo("REFUSED note-refused " + KitStack.HARBOR);
        assertThat(recorded("failed-fault")).isEqualTo("FAILED internal " + KitStack.HARBOR);
        assertThat(recorded("failed-overtaken")).isEqualTo("FAILED unavailable " + KitStack.HARBOR);
    }

    private static String recorded(String requestId) {
        return KitStack.value("select string_agg(outcome || ' ' || problem_code || ' ' || clinic_id, ';') from audit_event"
                + " where request_id = '" + requestId + "'");
    }

    @Test
    void answersNothingThatCannotBeRecorded() {
        // Given
        String ours = as("therapist", "harbor").body(Map.of("text", "ours")).post(NOTES).header("Location");
        long before = count("select count(*) from note");
        execute("revoke insert on audit_pending from kit_app");
        Response read;
        Response written;
        Response denied;

        // When
        try {
            read = as("therapist", "harbor").get(ours);
            written = as("therapist", "harbor").body(Map.of("text", "unseen")).post(NOTES);
            denied = as("therapist", "meadow").get(ours);
        } finally {
            execute("grant insert on audit_pending to kit_app");
        }

        // Then
        assertThat(List.of(read.statusCode(), written.statusCode(), denied.statusCode())).containsOnly(503);
        assertThat(read.asString()).doesNotContain("ours");
        assertThat(read.jsonPath().getString("code")).isEqualTo("unavailable");
        assertThat(read.header("Retry-After")).isNotNull();
        assertThat(count("select count(*) from note")).isEqualTo(before);
        assertThat(as("therapist", "harbor").get(ours).statusCode()).isEqualTo(200);
    }

    @Test
    void belongsToTheAuditorOfTheClinicAlone() {
        // When
        Response admin = as("clinic-admin", "harbor").get(EVENTS);
        Response other = as("auditor", "meadow").queryParam("limit", 200).get(EVENTS);

        // Then
        assertThat(admin.statusCode()).isEqualTo(403);
        assertThat(other.jsonPath().getList("items.clinicId")).doesNotContain(KitStack.HARBOR.toString());
    }

    @Test
    void recordsTheReadingOfItself() throws SQLException {
        // When
        as("auditor", "harbor").header("X-Request-Id", "audit-of-audit").get(EVENTS);
        sealer.sealAll();

        // Then
        assertThat(recorded("audit-of-audit")).isEqualTo("SUCCESS  " + KitStack.HARBOR);
    }

    @Test
    void keepsItsChainWholeUnderConcurrentWriters() throws Exception {
        // Given
        IntStream.range(0, 100).parallel()
                .forEach(i -> as("therapist", "meadow").get(NOTES + "/" + UUID.randomUUID()));
        await(() -> count("select count(*) from audit_pending") == 0);
        sealer.checkpointAll();

        // When
        List<JsonPath> steps = verification("meadow");

        // Then
        assertThat(steps).hasSizeGreaterThan(100 / STEP).allMatch(step -> step.getBoolean("intact"));
        assertThat(steps.getFirst().getLong("positions")).isEqualTo(STEP);
        assertThat(steps.getLast().getLong("positions")).isGreaterThanOrEqualTo(100);
        assertThat(steps.stream().mapToInt(step -> step.getInt("checkpoints")).sum()).isPositive();
        assertThat(count("select count(*) from outbox where topic = 'kit.audit-checkpoints.v1'")).isPositive();
    }

    /** Every step of checking a clinic's chain, to its end or its first fault. */
    private static List<JsonPath> verification(String clinic) {
        List<JsonPath> steps = new ArrayList<>();
        String next = null;
        do {
            RequestSpecification call = as("auditor", clinic);
            Response step = (next == null ? call : call.queryParam("cursor", next)).get(EVENTS + "/verification");
            assertThat(step.statusCode()).isEqualTo(200);
            steps.add(step.jsonPath());
            next = step.jsonPath().getString("next");
        } while (next != null);
        return steps;
    }

    @Test
    void goesOnWithAVerificationOfItsOwnAlone() throws SQLException {
        // Given
        for (int i = 0; i < STEP + 2; i++) {
            as("therapist", "harbor").get(NOTES + "/" + UUID.randomUUID());
        }
        sealer.sealAll();
        String next = verification("harbor").getFirst().getString("next");
        String another = as("auditor", "harbor").queryParam("limit", 1).get(EVENTS).jsonPath().getString("next");

        // When
        Response ofAnotherClinic = as("auditor", "meadow").queryParam("cursor", next).get(EVENTS + "/verification");
        Response ofAnotherList = as("auditor", "harbor").queryParam("cursor", another).get(EVENTS + "/verification");

        // Then
        assertThat(next).isNotNull();
        assertThat(another).isNotNull();
        assertThat(ofAnotherClinic.jsonPath().getString("code")).isEqualTo("invalid-cursor");
        assertThat(ofAnotherList.jsonPath().getString("code")).isEqualTo("invalid-cursor");
    }

    @Test
    void findsEveryKindOfTampering() throws Exception {
        // Given
        String clinic = KitStack.HARBOR.toString();
        for (int i = 0; i < 12; i++) {
            as("therapist", "harbor").get(NOTES + "/" + UUID.randomUUID());
        }
        await(() -> count("select count(*) from audit_pending") == 0);
        sealer.checkpointAll();
        long last = count("select max(position) from audit_event where clinic_id = '" + clinic + "'");
        String row = " where clinic_id = '" + clinic + "' and position = ";

        // Then
        assertThat(tampered("update audit_event set subject = 'nobody'" + row + (last - 5))).isEqualTo((last - 5) + " HASH");
        assertThat(tampered("delete from audit_event" + row + (last - 4))).isEqualTo((last - 4) + " POSITION_MISSING");
        assertThat(tampered("update audit_event set position = position + 1000000" + row + (last - 3)))
                .isEqualTo((last - 3) + " POSITION_MISSING");
        assertThat(tampered("update audit_event set position = case position when " + (last - 2) + " then " + (last - 1)
                + " else " + (last - 2) + " end where clinic_id = '" + clinic + "' and position in (" + (last - 2) + ","
                + (last - 1) + ")")).isEqualTo((last - 2) + " PREVIOUS_HASH");
        assertThat(tampered("delete from audit_event where clinic_id = '" + clinic + "' and position > " + (last - 3)))
                .isEqualTo((last - 2) + " TRUNCATED");
        assertThat(tampered("select 1")).isEqualTo("null null");
    }

    /** First bad position and reason while the tampering stands and nothing is sealed; it is undone afterwards. */
    private static String tampered(String sql) throws SQLException {
        try (Connection sealer = KitStack.superuser(); Statement lock = sealer.createStatement()) {
            lock.execute("select pg_advisory_lock(hashtextextended('" + KitStack.HARBOR + "', 3))");
            return foundIn(sql);
        }
    }

    private static String foundIn(String sql) {
        execute("create table audit_copy as select * from audit_event");
        try {
            execute("alter table audit_event drop constraint pk_audit_event; " + sql);
            JsonPath found = verification("harbor").getLast();
            return found.getString("firstBadPosition") + " " + found.getString("reason");
        } finally {
            execute("delete from audit_event; insert into audit_event select * from audit_copy;"
                    + "alter table audit_event add constraint pk_audit_event primary key (clinic_id, position);"
                    + "drop table audit_copy");
        }
    }

    @Test
    void isVerifiedByAProgramThatSharesNoCodeWithIt(@TempDir Path folder) throws Exception {
        // Given
        for (int i = 0; i < 6; i++) {
            as("therapist", "harbor").get(NOTES + "/" + UUID.randomUUID());
        }
        await(() -> count("select count(*) from audit_pending") == 0);
        sealer.checkpointAll();
        List<String> lines = as("auditor", "harbor").get(EVENTS + "/export").asString().lines().toList();
        int events = (int) lines.stream().filter(line -> line.startsWith("{\"kind\":\"event\"")).count();

        // Then
        assertThat(events).isGreaterThanOrEqualTo(6);
        assertThat(lines).anyMatch(line -> line.startsWith("{\"kind\":\"checkpoint\""));
        assertThat(verifier(folder, lines)).startsWith("0 intact");
        assertThat(verifier(folder, with(lines, 2, lines.get(2).replace("DENIED", "SUCCESS")))).isEqualTo("1 broken at 3: HASH");
        assertThat(verifier(folder, without(lines, 2))).isEqualTo("1 broken at 3: POSITION_MISSING");
        assertThat(verifier(folder, inserted(lines, 2, lines.get(2)))).isEqualTo("1 broken at 4: POSITION_MISSING");
        assertThat(verifier(folder, with(with(lines, 2, lines.get(3)), 3, lines.get(2)))).isEqualTo("1 broken at 3: POSITION_MISSING");
        // The export's own row may already stand behind the last checkpoint, where nothing vouches for it yet.
        assertThat(verifier(folder, without(without(without(lines, events - 1), events - 2), events - 3))).startsWith("1 broken at");
    }

    private static List<String> with(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.set(index, line);
        return changed;
    }

    private static List<String> without(List<String> lines, int index) {
        List<String> changed = new ArrayList<>(lines);
        changed.remove(index);
        return changed;
    }

    private static List<String> inserted(List<String> lines, int index, String line) {
        List<String> changed = new ArrayList<>(lines);
        changed.add(index, line);
        return changed;
    }

    private static String verifier(Path folder, List<String> lines) throws IOException, InterruptedException {
        Path export = Files.write(folder.resolve("export.ndjson"), lines);
        Process python = new ProcessBuilder("python3", "../docs/verify_audit.py", export.toString())
                .redirectErrorStream(true).start();
        String said = new String(python.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
        assertThat(python.waitFor(30, TimeUnit.SECONDS)).isTrue();
        return python.exitValue() + " " + said;
    }
}
