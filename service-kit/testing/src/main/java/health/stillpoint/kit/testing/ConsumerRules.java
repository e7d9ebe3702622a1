package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.reactive.messaging.kafka.KafkaClientService;
import jakarta.enterprise.inject.spi.CDI;
import java.util.Map;

/** What the reader of facts of every service keeps to, asked of the client that runs. */
public final class ConsumerRules {

    private ConsumerRules() {}

    /** Facts are heard again soon after a reader was killed, and none is passed over. */
    public static void hold() {
        Map<String, ?> reader = CDI.current().select(KafkaClientService.class).get().getConsumer("facts").configuration();
        assertThat(reader.get("session.timeout.ms")).hasToString("10000");
        assertThat(reader.get("heartbeat.interval.ms")).hasToString("3000");
        assertThat(reader.get("auto.offset.reset")).hasToString("earliest");
        assertThat(reader.get("enable.auto.commit")).hasToString("false");
    }
}
