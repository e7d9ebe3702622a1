package health.stillpoint.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.kit.outbox.EventHeaders;
import health.stillpoint.kit.outbox.EventPartitions;
import health.stillpoint.kit.outbox.EventsConfig;
import health.stillpoint.kit.outbox.OutboxMetrics;
import health.stillpoint.kit.outbox.OutboxRelay;
import health.stillpoint.kit.outbox.Relay;
import health.stillpoint.kit.sample.Things;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Events.Published;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.Producer;
import org.junit.jupiter.api.Test;

@ServiceTest
class RelayTest {

    private static final String TOPIC = "testing.events.v1";
    private static final UUID HARBOR = Stack.clinic("harbor");

    @Inject
    Things things;

    @Inject
    EventsConfig config;

    @Inject
    OutboxRelay sources;

    @Inject
    OutboxMetrics metrics;

    @TestHTTPResource(value = "/health", management = true)
    String health;

    @Test
    void publishesACloudEventOnThePartitionOfItsKey() {
        // When
        UUID thing = things.make(HARBOR, 1, _ -> {});

        // Then
        Published fact = Events.await(TOPIC, Things.MADE, thing);
        assertThat(fact.partition()).isEqualTo(EventPartitions.of(thing, 8));
        assertThat(fact.headers())
                .containsEntry(EventHeaders.SPEC_VERSION, "1.0")
                .containsEntry(EventHeaders.SOURCE, "/stillpoint/testing")
                .containsEntry(EventHeaders.SUBJECT, thing.toString())
                .containsEntry(EventHeaders.CLINIC, HARBOR.toString())
                .containsEntry(EventHeaders.CONTENT_TYPE, "application/json")
                .containsKeys(EventHeaders.ID, EventHeaders.TIME, EventHeaders.RECORDED);
        assertThat(fact.json().get("thingId").asText()).isEqualTo(thing.toString());
    }

    @Test
    void publishesNothingOfATransactionThatIsRolledBack() {
        // Given
        AtomicReference<UUID> refused = new AtomicReference<>();

        // When
        assertThatThrownBy(() -> things.make(HARBOR, 1, id -> {
                    refused.set(id);
                    throw new IllegalStateException("refused");
                }))
                .hasMessage("refused");
        UUID later = things.make(HARBOR, 1, _ -> {});

        // Then
        Events.await(TOPIC, Things.MADE, later);
        assertThat(Database.count("select count(*) from thing where id = ?", refused.get())).isZero();
        assertThat(Database.count("select count(*) from outbox where key = ?", refused.get())).isZero();
        assertThat(Events.on(TOPIC)).noneMatch(fact -> refused.get().toString().equals(fact.key()));
    }

    @Test
    void losesNothingAndKeepsTheOrderOfAKeyWhileRelaysAreKilled() throws Exception {
        // Given
        int keys = 24;
        int facts = 40;
        List<UUID> made = IntStream.range(0, keys).mapToObj(_ -> things.make(HARBOR, 1, _ -> {})).toList();
        List<Relay> replicas = List.of(new Relay(config, sources, metrics), new Relay(config, sources, metrics));
        replicas.forEach(relay -> Thread.ofPlatform().daemon().start(relay));
        long killed = 0;

        // When
        try (ExecutorService writers = Executors.newFixedThreadPool(6)) {
            List<Future<?>> writing = new ArrayList<>();
            made.forEach(thing -> writing.add(writers.submit(
                    () -> IntStream.rangeClosed(2, facts).forEach(number -> things.tell(HARBOR, thing, number)))));
            while (!writing.stream().allMatch(Future::isDone)) {
                killed += killRelaysAtWork();
                Thread.sleep(100); // leaves them time to send something
            }
            for (Future<?> written : writing) {
                written.get();
            }
        }

        // Then
        assertThat(killed).as("the fault was seen to bite").isPositive();
        Eventually.holds(Duration.ofSeconds(60), () -> assertThat(Database.count(
                        "select count(*) from outbox where type = ?", Things.MADE))
                .isZero());
        replicas.forEach(Relay::stop);
        List<Published> published = Events.on(TOPIC);
        assertThat(made).allSatisfy(thing -> assertThat(firstDeliveries(published, thing))
                .isEqualTo(IntStream.rangeClosed(1, facts).boxed().toList()));
    }

    @Test
    void goesOnAfterAnErrorOfItsDriver() throws InterruptedException {
        // Given
        AtomicInteger asked = new AtomicInteger();
        Relay relay = new Relay(config, new Relay.Sources() {
            @Override
            public Connection connection() throws SQLException {
                if (asked.incrementAndGet() == 1) {
                    throw new AssertionError("a connection was killed in the middle of a batch");
                }
                return sources.connection();
            }

            @Override
            public Producer<byte[], byte[]> producer() {
                return sources.producer();
            }

            @Override
            public void topics() {
                sources.topics();
            }
        }, metrics);

        // When
        Thread thread = Thread.ofPlatform().daemon().start(relay);

        // Then
        Eventually.holds(() -> assertThat(asked).hasValue(2));
        assertThat(thread.isAlive()).isTrue();
        relay.stop();
        assertThat(thread.join(Duration.ofSeconds(30))).isTrue();
    }

    private static long killRelaysAtWork() {
        return Database.count("""
                select count(pg_terminate_backend(pid)) from pg_stat_activity
                where usename = current_database() || '_relay'""");
    }

    private static List<Integer> firstDeliveries(List<Published> published, UUID thing) {
        return published.stream()
                .filter(fact -> isFact(fact) && thing.toString().equals(fact.key()))
                .map(fact -> fact.json().get("number").asInt())
                .filter(number -> number > 0)
                .distinct()
                .toList();
    }

    private static boolean isFact(Published fact) {
        return fact.type().equals(Things.MADE);
    }

    @Test
    void publishesARowWhoseTransactionCommitsAfterLaterNumbers() throws SQLException {
        // Given
        UUID slow = UUID.randomUUID();
        try (Connection connection = Database.superuser()) {
            connection.setAutoCommit(false);
            insertSlowly(connection, slow);

            // When
            UUID quick = things.make(HARBOR, 1, _ -> {});
            Events.await(TOPIC, Things.MADE, quick);
            assertThat(Events.on(TOPIC)).noneMatch(fact -> slow.toString().equals(fact.key()));
            connection.commit();
        }

        // Then
        assertThat(Events.await(TOPIC, "testing.thing-lost.v1", slow).data()).isEqualTo("{}");
    }

    private static void insertSlowly(Connection connection, UUID key) throws SQLException {
        String sql = """
                insert into outbox (clinic_id, partition, event_id, type, key, headers, payload)
                values (?, ?, ?, 'testing.thing-lost.v1', ?, '{"ce_type":"testing.thing-lost.v1"}', '{}')""";
        try (PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, HARBOR);
            insert.setInt(2, EventPartitions.of(key, 8));
            insert.setObject(3, UUID.randomUUID());
            insert.setObject(4, key);
            insert.executeUpdate();
        }
    }

    @Test
    void storesFactsWhileTheBrokerIsDownAndPublishesThemBeforeAnyLaterHeartbeat() {
        // Given
        List<UUID> made = new ArrayList<>();
        Instant stopped = Instant.now();

        // When
        Stack.withoutKafka(() -> {
            IntStream.range(0, 16).forEach(_ -> made.add(things.make(HARBOR, 2, _ -> {})));
            assertThat(Database.count("select count(*) from outbox where type = ?", Things.MADE))
                    .isGreaterThanOrEqualTo(32);
            RestAssured.get(health + "/live").then().statusCode(200);
            Eventually.holds(() -> assertThat(outboxCheck()).containsEntry("degraded", true).containsKey("kafkaAwaySince"));
            assertThat(Instant.parse((String) outboxCheck().get("kafkaAwaySince"))).isBetween(stopped, Instant.now());
            Eventually.holds(() -> assertThat((int) outboxCheck().get("waiting")).isGreaterThanOrEqualTo(32));
        });
        Instant committed = Instant.now();

        // Then
        Eventually.holds(() -> assertThat(Events.on(TOPIC))
                .filteredOn(fact -> isFact(fact) && fact.json().get("number").asInt() == 2)
                .extracting(RelayTest::keyOf)
                .containsAll(made));
        Eventually.holds(() -> assertThat(outboxCheck()).containsEntry("degraded", false).doesNotContainKey("kafkaAwaySince"));
        List<Published> published = Eventually.get(() -> {
            List<Published> now = Events.on(TOPIC);
            assertThat(heartbeatsAfter(committed, now).map(Published::partition).distinct()).hasSize(8);
            return now;
        });
        assertThat(heartbeatsAfter(committed, published).toList()).allSatisfy(heartbeat -> assertThat(published.stream()
                        .filter(fact -> made.contains(keyOf(fact)) && fact.partition() == heartbeat.partition())
                        .collect(Collectors.toMap(Published::id, Published::offset, Math::min))
                        .values())
                .allSatisfy(offset -> assertThat(offset).isLessThan(heartbeat.offset())));
    }

    private Map<String, Object> outboxCheck() {
        return RestAssured.get(health + "/ready")
                .then()
                .extract()
                .path("checks.find { it.name == 'outbox' }.data");
    }

    private static Stream<Published> heartbeatsAfter(Instant moment, List<Published> published) {
        return published.stream()
                .filter(fact -> fact.type().equals("testing.heartbeat.v1"))
                .filter(fact -> Instant.parse(fact.json().get("sentAt").asText()).isAfter(moment));
    }

    private static UUID keyOf(Published fact) {
        return fact.key() == null ? null : UUID.fromString(fact.key());
    }

    @Test
    void goesOnAfterTheDatabaseWasKilled() {
        // Given
        UUID before = things.make(HARBOR, 1, _ -> {});

        // When
        Stack.withoutPostgres(() -> {});
        UUID after = Eventually.get(() -> things.make(HARBOR, 1, _ -> {}));

        // Then
        Events.await(TOPIC, Things.MADE, before);
        Events.await(TOPIC, Things.MADE, after);
    }
}
