package health.stillpoint.kit.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.jobs.RecordJobs;
import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.sample.Things;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Queue;
import java.util.UUID;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Handler;
import java.util.logging.LogRecord;
import java.util.logging.Logger;
import org.jboss.logmanager.ExtLogRecord;
import org.junit.jupiter.api.Test;

@ServiceTest
class RecordJobsTest {

    @Inject
    Things things;

    @Inject
    RecordJobs jobs;

    @Inject
    EntityManager database;

    @Test
    void holdNoOtherTransactionWhileTheyWorkOnARecord() {
        // Given
        UUID thing = things.make(Stack.clinic("harbor"), 0, _ -> {});
        Queue<Long> others = new ConcurrentLinkedQueue<>();

        // When
        jobs.forEach("look-around", () -> ofHarbor(thing), _ -> {
            Object own = database.createNativeQuery("select pg_backend_pid()").getSingleResult();
            others.add(Database.count("select count(*) from pg_stat_activity where state = 'idle in transaction' and usename = ? and pid <> ?",
                    Stack.service() + "_app", own));
        });

        // Then
        assertThat(others).containsExactly(0L);
    }

    @Test
    void sayOfAFailureWhatTheDatabaseSaidAndNoValue() {
        // Given
        UUID thing = things.make(Stack.clinic("harbor"), 0, _ -> {});
        Lines lines = new Lines();
        Logger log = Logger.getLogger(RecordJobs.class.getName());

        // When
        log.addHandler(lines);
        try {
            jobs.forEach("divide", () -> ofHarbor(thing), _ -> database.createNativeQuery("select 1 / 0").getSingleResult());
        } finally {
            log.removeHandler(lines);
        }

        // Then
        assertThat(lines.told).singleElement().asString().startsWith("Job divide failed on " + thing).endsWith("PSQLException 22012");
    }

    private static List<UUID> ofHarbor(UUID thing) {
        return Operation.current().clinicId().equals(Stack.clinic("harbor")) ? List.of(thing) : List.of();
    }

    private static final class Lines extends Handler {

        private final Queue<String> told = new ConcurrentLinkedQueue<>();

        @Override
        public void publish(LogRecord line) {
            told.add(((ExtLogRecord) line).getFormattedMessage());
        }

        @Override
        public void flush() {}

        @Override
        public void close() {}
    }
}
