package health.stillpoint.kit.inbox;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.testapp.KitStack;
import io.quarkus.test.common.WithTestResource;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@QuarkusTest
@WithTestResource(KitStack.class)
class DeadLetterRetentionTest {

    @Inject
    DeadLetterRetention retention;

    private static UUID letter(String columns, String values) {
        UUID id = Ids.next();
        KitStack.execute("insert into dead_letter (id, topic, partition, \"offset\", headers, value, reason, received_at" + columns
                + ") values ('" + id + "', 'x', 0, (select count(*) from dead_letter), '{}', 'abc', 'data is null',"
                + " now() - interval '90 days'" + values + ")");
        return id;
    }

    private static boolean isCleared(UUID id) {
        return KitStack.count("select count(*) from dead_letter where id = '" + id + "' and value is null and cleared_at is not null") == 1;
    }

    @Test
    void takesOutWhatAnEndedLetterHeldAfterThirtyDays() {
        UUID replayed = letter(", replayed_at", ", now() - interval '31 days'");
        UUID dismissed = letter(", dismissed_at, dismissed_by, dismissal_reason", ", now() - interval '31 days', 'Sam', 'never'");
        UUID lately = letter(", replayed_at", ", now() - interval '29 days'");
        UUID open = letter("", "");

        retention.clear();

        assertThat(isCleared(replayed)).isTrue();
        assertThat(isCleared(dismissed)).isTrue();
        assertThat(isCleared(lately)).isFalse();
        assertThat(isCleared(open)).isFalse();
        KitStack.execute("update dead_letter set replayed_at = now() where id = '" + open + "'");
    }
}
