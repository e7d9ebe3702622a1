package health.stillpoint.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.outbox.EventPartitions;
import health.stillpoint.kit.outbox.OutboundEvent;
import java.math.BigDecimal;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.UUID;
import java.util.stream.Stream;
import org.apache.kafka.clients.producer.internals.BuiltInPartitioner;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EventFormTest {

    record Data(UUID id, Instant at, BigDecimal amount, String absent) {}

    @Test
    void liesOnThePartitionAnyKafkaClientWouldChoose() {
        Stream.generate(UUID::randomUUID).limit(500).forEach(key -> assertThat(EventPartitions.of(key, 8))
                .isEqualTo(BuiltInPartitioner.partitionForKey(key.toString().getBytes(StandardCharsets.UTF_8), 8)));
    }

    @Test
    void spellsTimesAndNumbersInFullAndLeavesOutWhatIsAbsent() {
        // Given
        UUID id = UUID.fromString("0197a000-0000-7000-8000-000000000001");

        // When
        String json = EventJson.write(new Data(id, Instant.parse("2026-03-01T10:00:00Z"), new BigDecimal("1E+2"), null));

        // Then
        assertThat(json).isEqualTo("{\"id\":\"" + id + "\",\"at\":\"2026-03-01T10:00:00Z\",\"amount\":100}");
    }

    @ParameterizedTest
    @ValueSource(strings = {"thing", "thing.made", "thing.made.v0", "Thing.made.v1", "thing.made.1", "thing made.x.v1"})
    void isRefusedWithoutOwnerFactAndVersion(String type) {
        assertThatThrownBy(() -> new OutboundEvent(UUID.randomUUID(), type, UUID.randomUUID(), Instant.EPOCH, "data"))
                .isInstanceOf(IllegalArgumentException.class);
    }

    @Test
    void keepsItsDataOutOfLogs() {
        assertThat(new OutboundEvent(UUID.randomUUID(), "thing.made.v1", UUID.randomUUID(), Instant.EPOCH, "CANARY-data"))
                .asString()
                .doesNotContain("CANARY");
    }
}
