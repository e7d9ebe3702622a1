package health.stillpoint.kit.outbox;

import java.nio.charset.StandardCharsets;
import java.util.UUID;
import org.apache.kafka.common.utils.Utils;

/**
 * Which partition of a topic a key belongs to; the same rule as the Java Kafka client's default for the key's text, so
 * that a heartbeat written for a partition stands behind every earlier event of that partition.
 */
public final class EventPartitions {

    private EventPartitions() {}

    public static int of(UUID key, int partitions) {
        byte[] text = key.toString().getBytes(StandardCharsets.UTF_8);
        return Utils.toPositive(Utils.murmur2(text)) % partitions;
    }
}
