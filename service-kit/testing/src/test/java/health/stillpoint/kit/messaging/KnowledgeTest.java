package health.stillpoint.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.knowledge.Knowledge;
import health.stillpoint.kit.sample.Trouble;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import jakarta.inject.Inject;
import java.sql.SQLTransientConnectionException;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@ServiceTest
class KnowledgeTest {

    private static final String SOURCE = "maker";
    private static final String TOPIC = "maker.events.v1";

    @Inject
    Knowledge knowledge;

    @Inject
    Trouble trouble;

    @BeforeEach
    void nothingIsKnown() {
        Database.execute("delete from knowledge where source = ?", SOURCE);
    }

    @Test
    void isOlderThanAnyLimitBeforeTheFirstHeartbeat() {
        assertThat(knowledge.ageOf("stranger")).isEqualTo(Knowledge.NEVER).isGreaterThan(Duration.ofDays(365_000));
    }

    @Test
    void isUnknownUntilEveryPartitionWasHeard() {
        // When
        for (int partition = 0; partition < 7; partition++) {
            beat(partition, partition, Instant.now());
        }
        Eventually.holds(() -> assertThat(heard()).isEqualTo(7));

        // Then
        assertThat(knowledge.ageOf(SOURCE)).isEqualTo(Knowledge.NEVER);
        beat(7, 7, Instant.now());
        Eventually.holds(() -> assertThat(knowledge.ageOf(SOURCE)).isLessThan(Duration.ofSeconds(30)));
    }

    @Test
    void isAsOldAsTheOldestPartition() {
        // Given
        Instant anHourAgo = Instant.now().minus(Duration.ofHours(1));

        // When
        beat(3, 3, anHourAgo);
        for (int partition = 0; partition < 8; partition++) {
            if (partition != 3) {
                beat(partition, partition, Instant.now());
            }
        }

        // Then
        Eventually.holds(() -> assertThat(knowledge.ageOf(SOURCE))
                .isBetween(Duration.ofMinutes(60), Duration.ofMinutes(62)));
    }

    @Test
    void isNotRenewedByAHeartbeatBehindAFactThatWaits() {
        // Given
        UUID part = UUID.randomUUID();
        RuntimeException away = new IllegalStateException(new SQLTransientConnectionException("away"));
        RuntimeException[] manyTimes = new RuntimeException[8];
        Arrays.fill(manyTimes, away);
        trouble.plan(part, manyTimes);

        // When
        Events.fact("maker.part-made.v1").key(part).with("partId", part.toString()).with("number", 1).publishTo(TOPIC);
        Events.heartbeat(SOURCE);

        // Then
        Eventually.holds(() -> assertThat(trouble.attempts(part)).isBetween(2, 8));
        assertThat(knowledge.ageOf(SOURCE)).isEqualTo(Knowledge.NEVER);
        Eventually.holds(() -> assertThat(knowledge.ageOf(SOURCE)).isLessThan(Duration.ofSeconds(60)));
        assertThat(trouble.attempts(part)).isEqualTo(9);
    }

    @Test
    void isNotRenewedByAHeartbeatOnTheWrongPartition() {
        // When
        beat(2, 5, Instant.now());

        // Then
        Eventually.holds(() -> assertThat(Database.count(
                        "select count(*) from dead_letter where reason = 'heartbeat contradicts its place'"))
                .isPositive());
        assertThat(heard()).isZero();
    }

    private static void beat(int partition, int claimed, Instant sentAt) {
        Events.fact("maker.heartbeat.v1")
                .with("source", SOURCE)
                .with("partition", claimed)
                .with("sentAt", sentAt.toString())
                .partition(partition)
                .publishTo(TOPIC);
    }

    private static long heard() {
        return Database.count("select count(*) from knowledge where source = ?", SOURCE);
    }
}
