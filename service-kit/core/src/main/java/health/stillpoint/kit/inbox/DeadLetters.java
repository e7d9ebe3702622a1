package health.stillpoint.kit.inbox;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.EventHeaders;
import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.outbox.EventsConfig;
import health.stillpoint.kit.outbox.KafkaClients;
import io.quarkus.narayana.jta.QuarkusTransaction;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import javax.sql.DataSource;
import org.apache.kafka.clients.producer.Producer;
import org.apache.kafka.clients.producer.ProducerRecord;
import org.apache.kafka.common.KafkaException;

/**
 * Keeps what cannot be applied: as a row for operators and, with its original key, headers and value, on the dead-letter
 * topic. The row commits only after the topic has the record; a repeat of the same record is kept once.
 */
@ApplicationScoped
class DeadLetters {

    private static final Duration LONGEST_SEND = Duration.ofSeconds(10);

    private final DataSource database;
    private final KafkaClients clients;
    private final Inbox inbox;
    private final String topic;
    private Producer<byte[], byte[]> producer;

    DeadLetters(DataSource database, KafkaClients clients, Inbox inbox, EventsConfig events, InboxConfig config) {
        this.database = database;
        this.clients = clients;
        this.inbox = inbox;
        this.topic = config.deadLetterTopic().orElse(events.sourceName() + ".dead-letter.v1");
    }

    void bury(IncomingFact fact, String reason, String errorClass) {
        QuarkusTransaction.requiringNew().run(() -> {
            if (insert(fact, reason, errorClass)) {
                send(fact, reason);
            }
        });
    }

    private boolean insert(IncomingFact fact, String reason, String errorClass) {
        String sql = """
                insert into dead_letter
                  (id, clinic, topic, partition, "offset", key, headers, value, reason, error_class)
                values (?, ?, ?, ?, ?, ?, ?::jsonb, ?, ?, ?) on conflict do nothing""";
        try (Connection connection = database.getConnection();
                PreparedStatement insert = connection.prepareStatement(sql)) {
            insert.setObject(1, Ids.next());
            insert.setObject(2, claimedClinic(fact));
            insert.setString(3, fact.topic());
            insert.setInt(4, fact.partition());
            insert.setLong(5, fact.offset());
            insert.setString(6, fact.key() == null ? null : storable(new String(fact.key(), StandardCharsets.UTF_8)));
            insert.setString(7, EventJson.write(storable(fact.headers())));
            insert.setBytes(8, fact.value());
            insert.setString(9, reason);
            insert.setString(10, errorClass);
            return insert.executeUpdate() == 1;
        } catch (SQLException e) {
            throw new DatabaseFailure(e);
        }
    }

    private static UUID claimedClinic(IncomingFact fact) {
        try {
            return fact.clinicId();
        } catch (ImpossibleEvent unreadable) {
            return null;
        }
    }

    /** PostgreSQL's text cannot hold the character NUL. */
    private static String storable(String text) {
        return text.replace("\0", "\\0");
    }

    private static Map<String, String> storable(Map<String, String> headers) {
        Map<String, String> storable = new LinkedHashMap<>();
        headers.forEach((name, text) -> storable.put(storable(name), storable(text)));
        return storable;
    }

    private void send(IncomingFact fact, String reason) {
        ProducerRecord<byte[], byte[]> message = new ProducerRecord<>(topic, null, fact.key(), fact.value());
        fact.headers().forEach((name, text) -> message.headers().add(name, utf8(text)));
        message.headers().add("dead-letter-reason", utf8(reason));
        message.headers().add("dead-letter-consumer", utf8(inbox.consumer()));
        message.headers().add("dead-letter-place", utf8(fact.toString()));
        message.headers().add("dead-letter-type", utf8(fact.headers().getOrDefault(EventHeaders.TYPE, "")));
        try {
            producer().send(message).get(LONGEST_SEND.toMillis(), TimeUnit.MILLISECONDS);
        } catch (ExecutionException | TimeoutException e) {
            closeProducer();
            throw new KafkaException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new KafkaException(e);
        }
    }

    private static byte[] utf8(String text) {
        return text.getBytes(StandardCharsets.UTF_8);
    }

    private synchronized Producer<byte[], byte[]> producer() {
        if (producer == null) {
            producer = clients.orderedProducer();
        }
        return producer;
    }

    @PreDestroy
    synchronized void closeProducer() {
        if (producer != null) {
            producer.close(Duration.ZERO);
            producer = null;
        }
    }
}
