package health.stillpoint.system;

import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Properties;
import org.apache.kafka.clients.admin.Admin;
import org.apache.kafka.clients.admin.OffsetSpec;
import org.apache.kafka.clients.consumer.OffsetAndMetadata;
import org.apache.kafka.common.TopicPartition;

/** The state in which nothing is on its way: outboxes empty, every consumer at the end of its topics. */
final class Quiet {

    private static final Duration PATIENCE = Duration.ofSeconds(90);

    private Quiet() {}

    static void await() {
        Await.until("no service has facts to send", PATIENCE, () -> Databases.NAMES.stream().allMatch(name ->
                Databases.count(name, "select count(*) from outbox where clinic_id is not null") == 0));
        Map<TopicPartition, Long> ends = ends();
        Await.until("every consumer has read what stood on its topics", PATIENCE, () -> lag(ends) == 0);
        Await.until("what the last facts caused is sent too", PATIENCE, () -> Databases.NAMES.stream().allMatch(name ->
                Databases.count(name, "select count(*) from outbox where clinic_id is not null") == 0));
    }

    private static Map<TopicPartition, Long> ends() {
        try (Admin admin = admin()) {
            Map<TopicPartition, OffsetSpec> wanted = new HashMap<>();
            admin.describeTopics(Facts.TOPICS).allTopicNames().get().forEach((topic, description) ->
                    description.partitions().forEach(partition ->
                            wanted.put(new TopicPartition(topic, partition.partition()), OffsetSpec.latest())));
            Map<TopicPartition, Long> ends = new HashMap<>();
            admin.listOffsets(wanted).all().get().forEach((partition, offset) -> ends.put(partition, offset.offset()));
            return ends;
        } catch (Exception failed) {
            throw new IllegalStateException("the broker does not tell its offsets", failed);
        }
    }

    /** Records up to {@code ends} that some consumer group has not committed yet. */
    private static long lag(Map<TopicPartition, Long> ends) {
        try (Admin admin = admin()) {
            List<String> groups = admin.listGroups().all().get().stream().map(group -> group.groupId()).toList();
            long lag = 0;
            for (String group : groups) {
                Map<TopicPartition, OffsetAndMetadata> read =
                        admin.listConsumerGroupOffsets(group).partitionsToOffsetAndMetadata().get();
                for (Map.Entry<TopicPartition, OffsetAndMetadata> position : read.entrySet()) {
                    long end = ends.getOrDefault(position.getKey(), 0L);
                    lag += Math.max(0, end - (position.getValue() == null ? 0 : position.getValue().offset()));
                }
            }
            return groups.isEmpty() ? Long.MAX_VALUE : lag;
        } catch (Exception failed) {
            throw new IllegalStateException("the broker does not tell its groups", failed);
        }
    }

    private static Admin admin() {
        Properties properties = new Properties();
        properties.put("bootstrap.servers", SystemStack.running().kafka().bootstrapServers());
        return Admin.create(properties);
    }
}
