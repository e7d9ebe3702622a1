package health.stillpoint.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.inbox.ImpossibleEvent;
import health.stillpoint.kit.inbox.UnreadFacts;
import health.stillpoint.kit.operation.ClinicOperations;
import health.stillpoint.kit.outbox.EventHeaders;
import health.stillpoint.kit.sample.Trouble;
import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Events.Draft;
import health.stillpoint.kit.testing.Events.Published;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.SQLTransientConnectionException;
import java.sql.Statement;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.AlterConfigOp;
import org.apache.kafka.clients.admin.AlterConfigOp.OpType;
import org.apache.kafka.clients.admin.ConfigEntry;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.config.ConfigResource;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;

@ServiceTest
@ExtendWith(CanaryLog.class)
class InboxTest {

    private static final String TOPIC = "maker.events.v1";
    private static final String MADE = "maker.part-made.v1";
    private static final String CLINIC_OF_PART = "select clinic_id from part where id = ?";

    @Inject
    Trouble trouble;

    @Inject
    UnreadFacts unread;

    @Inject
    ClinicOperations operations;

    @TestHTTPResource(value = "/dead-letters", management = true)
    String deadLetters;

    @TestHTTPResource(value = "/health/ready", management = true)
    String ready;

    @TestHTTPResource(value = "/metrics", management = true)
    String metrics;

    private static Draft made(UUID part, int number) {
        return Events.fact(MADE).key(part).with("partId", part.toString()).with("number", number);
    }

    private static long effects(UUID part) {
        return Database.count("select coalesce(sum(effects), 0) from part where id = ?", part);
    }

    private static void awaitEffects(UUID part, int number) {
        Eventually.holds(() -> assertThat(effects(part)).isEqualTo(number));
    }

    private static List<Map<String, Object>> buried(UUID key) {
        return Database.rows("select id, reason, error_class, clinic from dead_letter where key = ? order by \"offset\"", key.toString());
    }

    private static String awaitReason(UUID key) {
        return (String) Eventually.get(() -> buried(key).getFirst()).get("reason");
    }

    @Test
    void appliesAFactOnceHoweverOftenItComes() {
        // Given
        UUID part = UUID.randomUUID();
        Draft fact = made(part, 1).with("unknownField", "ignored");

        // When
        fact.publishTo(TOPIC).publishTo(TOPIC).publishTo(TOPIC);
        made(part, 2).publishTo(TOPIC);

        // Then
        awaitEffects(part, 2);
        assertThat(Database.value(CLINIC_OF_PART, part)).isEqualTo(Stack.clinic("harbor"));
    }

    @Test
    void changesNothingWhenTheWholeTopicComesAgain() {
        // Given
        UUID part = UUID.randomUUID();
        IntStream.rangeClosed(1, 5).forEach(number -> made(part, number).publishTo(TOPIC));
        awaitEffects(part, 5);
        List<Map<String, Object>> before = Database.rows("select * from part order by id");

        // When
        Events.on(TOPIC).stream().filter(fact -> fact.data() != null && fact.data().length() < 10_000).forEach(InboxTest::sendAgain);
        UUID last = UUID.randomUUID();
        IntStream.range(0, 200).forEach(_ -> made(last, 1).publishTo(TOPIC));
        awaitEffects(last, 200);

        // Then
        Eventually.holds(() -> assertThat(lag()).isZero());
        assertThat(Database.rows("select * from part where id <> ? order by id", last)).isEqualTo(before);
    }

    private static void sendAgain(Published fact) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(
                TOPIC, fact.partition(), fact.key() == null ? null : utf8(fact.key()), utf8(fact.data()));
        fact.headers().forEach((name, text) -> message.headers().add(name, utf8(text)));
        Events.send(message);
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private static long lag() {
        try (Admin admin = Admin.create(Map.of("bootstrap.servers", Stack.bootstrapServers()))) {
            var committed = admin.listConsumerGroupOffsets("sample").partitionsToOffsetAndMetadata().get();
            Map<Integer, Long> ends = new LinkedHashMap<>();
            Events.on(TOPIC).forEach(fact -> ends.merge(fact.partition(), fact.offset() + 1, Math::max));
            return committed.entrySet().stream()
                    .mapToLong(place -> ends.getOrDefault(place.getKey().partition(), 0L)
                            - place.getValue().offset())
                    .sum();
        } catch (Exception e) {
            throw new IllegalStateException(e);
        }
    }

    @Test
    void appliesTheFactsOfAKeyInTheirOrder() {
        // Given
        List<UUID> parts = IntStream.range(0, 6).mapToObj(_ -> UUID.randomUUID()).toList();

        // When
        IntStream.rangeClosed(1, 60).forEach(number -> parts.forEach(part -> made(part, number).publishTo(TOPIC)));

        // Then
        parts.forEach(part -> awaitEffects(part, 60));
        assertThat(parts).allSatisfy(part -> assertThat(buried(part)).isEmpty());
    }

    @Nested
    class WhatCannotBeApplied {

        @Test
        void goesToTheDeadLettersAndThePartitionGoesOn() throws Exception {
            // Given
            allowLargeRecords();
            UUID ofMeadow = UUID.randomUUID();
            made(ofMeadow, 1).clinic("meadow").publishTo(TOPIC);
            awaitEffects(ofMeadow, 1);
            UUID key = UUID.randomUUID();
            String canary = "{\"partId\":\"CANARY-text\",\"number\":1}";

            // When
            made(key, 1).value(utf8("CANARY-not JSON")).publishTo(TOPIC);
            made(key, 1).value(null).publishTo(TOPIC);
            made(key, 1).value(utf8("null")).publishTo(TOPIC);
            made(key, 1).value(utf8(canary)).publishTo(TOPIC);
            made(key, -1).publishTo(TOPIC);
            made(key, 1).value(new byte[2 * 1024 * 1024]).publishTo(TOPIC);
            made(key, 1).value(utf8("{\"x\":" + "[".repeat(5000) + "]".repeat(5000) + "}")).publishTo(TOPIC);
            made(key, 1).without(EventHeaders.ID).publishTo(TOPIC);
            made(key, 1).without(EventHeaders.TYPE).publishTo(TOPIC);
            made(key, 1).without(EventHeaders.SPEC_VERSION).publishTo(TOPIC);
            made(key, 1).without(EventHeaders.CLINIC).publishTo(TOPIC);
            made(key, 1).header(EventHeaders.CLINIC, "CANARY-\0clinic").publishTo(TOPIC);
            made(key, 1).header(EventHeaders.TIME, "yesterday").publishTo(TOPIC);
            made(key, 1).header(EventHeaders.TYPE, "maker.part-made.v2").publishTo(TOPIC);
            made(key, 1).with("partId", ofMeadow.toString()).publishTo(TOPIC);
            made(key, 1).header(EventHeaders.TYPE, "maker.nobody-cares.v1").publishTo(TOPIC);
            made(key, 9).publishTo(TOPIC);

            // Then
            awaitEffects(key, 1);
            assertThat(buried(key)).extracting(row -> row.get("reason")).containsExactly(
                    "data unreadable: JsonParseException",
                    "value missing",
                    "data is null",
                    "data unreadable: InvalidFormatException",
                    "data invalid: [number]",
                    "value of 2097152 bytes is larger than 524288",
                    "data unreadable: StreamConstraintsException",
                    "header ce_id missing",
                    "header ce_type missing",
                    "header ce_specversion is not 1.0",
                    "header ce_clinicid missing",
                    "header ce_clinicid unreadable",
                    "header ce_time unreadable",
                    "version of maker.part-made.v2 unknown",
                    "failed 3 times");
            assertThat(Database.value("select effects from part where id = ?", ofMeadow)).isEqualTo(1);
            assertThat(Database.value(CLINIC_OF_PART, ofMeadow)).isEqualTo(Stack.clinic("meadow"));
        }

        private static void allowLargeRecords() throws Exception {
            made(UUID.randomUUID(), 1).publishTo(TOPIC); // creates the topic
            try (Admin admin = Admin.create(Map.of("bootstrap.servers", Stack.bootstrapServers()))) {
                admin.incrementalAlterConfigs(Map.of(
                                new ConfigResource(ConfigResource.Type.TOPIC, TOPIC),
                                List.of(new AlterConfigOp(
                                        new ConfigEntry("max.message.bytes", "4194304"), OpType.SET))))
                        .all()
                        .get();
            }
        }

        @Test
        void liesOnTheDeadLetterTopicAsItCame() {
            // Given
            UUID key = UUID.randomUUID();

            // When
            Draft fact = made(key, -5).publishTo(TOPIC);

            // Then
            Published letter = Events.await("testing.dead-letter.v1", dead -> key.toString().equals(dead.key()));
            assertThat(letter.json().get("number").asInt()).isEqualTo(-5);
            assertThat(letter.headers())
                    .containsEntry(EventHeaders.ID, fact.id().toString())
                    .containsEntry(EventHeaders.TYPE, MADE)
                    .containsEntry("dead-letter-reason", "data invalid: [number]")
                    .containsEntry("dead-letter-consumer", "sample");
        }

        @Test
        void saysWhyAHandlerRefusedIt() {
            // Given
            UUID part = UUID.randomUUID();
            trouble.plan(part, new ImpossibleEvent("PART_RETIRED"));

            // When
            made(part, 1).publishTo(TOPIC);

            // Then
            assertThat(awaitReason(part)).isEqualTo("PART_RETIRED");
            assertThat(effects(part)).isZero();
            assertThat(trouble.attempts(part)).isOne();
        }
    }

    @Nested
    class WhatNobodyWillEverApply {

        private static final Map<String, String> WHY =
                Map.of("operator", " Sam Reyes ", "reason", "The part was never made; agreed with its maker.");

        private Response dismiss(Object id, Object body) {
            return RestAssured.given().contentType("application/json").body(body).post(deadLetters + "/" + id + "/dismiss");
        }

        private boolean isUnread(UUID part) {
            return operations.inClinic(Stack.clinic("harbor"), "test", "test.look", () -> unread.waitFor(part, Set.of(MADE)));
        }

        private Object openLetter(UUID part) {
            made(part, -1).publishTo(TOPIC);
            awaitReason(part);
            return buried(part).getFirst().get("id");
        }

        private int openLetters() {
            return RestAssured.get(ready).then().extract().path("checks.find { it.name == 'inbox' }.data.openDeadLetters");
        }

        private List<String> listed(String state) {
            return RestAssured.get(deadLetters + "?state=" + state).then().statusCode(200).extract().path("items.id");
        }

        @Test
        void isDismissedAndStaysWithWhoDidItAndWhy() {
            // Given
            UUID part = UUID.randomUUID();
            Object id = openLetter(part);
            assertThat(isUnread(part)).isTrue();
            Eventually.holds(() -> assertThat(openLetters())
                    .isEqualTo((int) Database.count("select count(*) from dead_letter where replayed_at is null and dismissed_at is null")));
            int before = openLetters();

            // When
            dismiss(id, WHY).then().statusCode(200).body("result", equalTo("DISMISSED"));

            // Then
            assertThat(isUnread(part)).isFalse();
            assertThat(openLetters()).isEqualTo(before - 1);
            RestAssured.get(metrics).then().body(containsString("stillpoint_inbox_dead_letters_open " + (before - 1.0)));
            assertThat(listed("open")).doesNotContain(id.toString());
            assertThat(listed("dismissed")).contains(id.toString());
            assertThat(Database.rows("select dismissed_by, dismissal_reason from dead_letter where id = ?", id)).containsExactly(
                    Map.of("dismissed_by", "Sam Reyes", "dismissal_reason", "The part was never made; agreed with its maker."));
            assertThat(Database.count("""
                    select count(*) from (select subject, action, entity_id, clinic_id from audit_pending
                      union all select subject, action, entity_id, clinic_id from audit_event) as audited
                    where subject = 'operator:Sam Reyes' and action = 'dead-letter.dismiss' and entity_id = ? and clinic_id = ?""",
                    id, Stack.clinic("harbor"))).isOne();
        }

        @Test
        void isNeitherAppliedNorDismissedAgain() {
            // Given
            UUID part = UUID.randomUUID();
            Object id = openLetter(part);
            dismiss(id, WHY).then().statusCode(200);

            // When
            Response replay = RestAssured.post(deadLetters + "/" + id + "/replay");
            Response again = dismiss(id, Map.of("operator", "Kim Doe", "reason", "Another one."));

            // Then
            for (Response refused : List.of(replay, again)) {
                refused.then().statusCode(409).contentType("application/problem+json").body("code", equalTo("dead-letter-dismissed"))
                        .body("detail", containsString("never applied"));
            }
            assertThat(Database.value("select dismissed_by from dead_letter where id = ?", id)).isEqualTo("Sam Reyes");
            assertThat(effects(part)).isZero();
        }

        @Test
        void cannotBeDeletedNorReopened() throws SQLException {
            Object id = openLetter(UUID.randomUUID());
            dismiss(id, WHY).then().statusCode(200);

            try (Connection service = Database.asService(Stack.clinic("harbor")); Statement statement = service.createStatement()) {
                String row = " where id = '" + id + "'";
                assertThatThrownBy(() -> statement.execute("delete from dead_letter" + row)).hasMessageContaining("permission denied");
            }
            try (Connection service = Database.asService(Stack.clinic("harbor")); Statement statement = service.createStatement()) {
                assertThatThrownBy(() -> statement.execute("update dead_letter set dismissed_at = null, dismissed_by = null,"
                        + " dismissal_reason = null where id = '" + id + "'")).hasMessageContaining("never changed");
            }
        }

        @Test
        void needsANameAndAReason() {
            UUID part = UUID.randomUUID();
            Object id = openLetter(part);

            dismiss(id, Map.of("operator", "Sam Reyes")).then().statusCode(422).body("violations.field", contains("reason"));
            dismiss(id, Map.of("operator", " ", "reason", "x".repeat(1001))).then().statusCode(422)
                    .body("violations.field", contains("operator", "reason"));
            dismiss(id, Map.of("operator", "two\nlines", "reason", "why")).then().statusCode(422).body("violations.field", contains("operator"));
            dismiss(id, "no JSON").then().statusCode(400).body("code", equalTo("unreadable"));
            RestAssured.post(deadLetters + "/" + id + "/dismiss").then().statusCode(400);
            dismiss(UUID.randomUUID(), WHY).then().statusCode(404).body("code", equalTo("not-found"));
            RestAssured.get(deadLetters + "?state=gone").then().statusCode(400);
            assertThat(isUnread(part)).isTrue();
        }

        @Test
        void isDismissedTooWhenItClaimsAClinicThatNobodyKnows() {
            UUID part = UUID.randomUUID();
            UUID nowhere = UUID.randomUUID();
            made(part, -1).header(EventHeaders.CLINIC, nowhere.toString()).publishTo(TOPIC);
            awaitReason(part);

            dismiss(buried(part).getFirst().get("id"), WHY).then().statusCode(200);

            assertThat(Database.count("select count(*) from known_clinic where id = ?", nowhere)).isZero();
            assertThat(isUnread(part)).isFalse();
        }
    }

    @Nested
    class AfterAFailure {

        @Test
        void waitsForWhatPassesByItselfHoweverLong() {
            // Given
            UUID part = UUID.randomUUID();
            RuntimeException away = new IllegalStateException(new SQLTransientConnectionException("away"));
            trouble.plan(part, away, away, away, away, away);

            // When
            made(part, 1).publishTo(TOPIC);
            made(part, 2).publishTo(TOPIC);

            // Then
            awaitEffects(part, 2);
            assertThat(trouble.attempts(part)).isEqualTo(7);
            assertThat(buried(part)).isEmpty();
        }

        @Test
        void undoesWhatAHandlerDidBeforeItFailed() {
            // Given
            UUID part = UUID.randomUUID();
            trouble.plan(part, new IllegalStateException("first"), new IllegalStateException("second"));

            // When
            made(part, 1).publishTo(TOPIC);

            // Then
            awaitEffects(part, 1);
            assertThat(trouble.attempts(part)).isEqualTo(3);
            assertThat(buried(part)).isEmpty();
        }

        @Test
        void givesUpAfterThreeAttemptsAndIsReplayedOnce() {
            // Given
            UUID part = UUID.randomUUID();
            RuntimeException broken = new IllegalStateException("CANARY-broken");
            trouble.plan(part, broken, broken, broken);

            // When
            made(part, 1).publishTo(TOPIC);

            // Then
            assertThat(awaitReason(part)).isEqualTo("failed 3 times");
            assertThat(effects(part)).isZero();
            Object id = buried(part).getFirst().get("id");
            List<String> listed = RestAssured.get(deadLetters).then().statusCode(200).extract().path("items.id");
            assertThat(listed).contains(id.toString());
            RestAssured.post(deadLetters + "/" + id + "/replay").then().statusCode(200);
            assertThat(effects(part)).isOne();
            RestAssured.post(deadLetters + "/" + id + "/replay").then().statusCode(409).body("code", equalTo("dead-letter-replayed"));
            assertThat(effects(part)).isOne();
            listed = RestAssured.get(deadLetters).then().extract().path("items.id");
            assertThat(listed).doesNotContain(id.toString());
        }

        @Test
        void keepsALetterThatStillCannotBeApplied() {
            // Given
            UUID part = UUID.randomUUID();
            made(part, -1).publishTo(TOPIC);
            awaitReason(part);
            Object id = buried(part).getFirst().get("id");

            // When
            int status = RestAssured.post(deadLetters + "/" + id + "/replay").statusCode();

            // Then
            assertThat(status).isEqualTo(409);
            assertThat(Database.value("select replayed_at from dead_letter where id = ?", id)).isNull();
            RestAssured.post(deadLetters + "/" + UUID.randomUUID() + "/replay").then().statusCode(404);
            RestAssured.post(deadLetters + "/nonsense/replay").then().statusCode(404);
        }

        @Test
        void appliesEverythingAfterTheDatabaseAndTheBrokerWereAway() {
            // Given
            List<UUID> parts = IntStream.range(0, 16).mapToObj(_ -> UUID.randomUUID()).toList();
            parts.forEach(part -> made(part, 1).publishTo(TOPIC));
            parts.forEach(part -> awaitEffects(part, 1));

            // When
            Stack.withoutPostgres(() -> parts.forEach(part -> made(part, 2).publishTo(TOPIC)));
            Stack.withoutKafka(() -> {});
            parts.forEach(part -> made(part, 3).publishTo(TOPIC));

            // Then
            parts.forEach(part -> awaitEffects(part, 3));
            assertThat(parts).allSatisfy(part -> assertThat(buried(part)).isEmpty());
        }
    }
}
