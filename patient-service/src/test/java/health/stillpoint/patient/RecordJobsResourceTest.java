package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.jobs.RecordJobs;
import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.patient.fixtures.Api;
import io.micrometer.core.instrument.MeterRegistry;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class RecordJobsResourceTest {

    private static final String JOB = "language-of-the-house";

    @Inject
    RecordJobs jobs;

    @Inject
    EntityManager database;

    @Inject
    MeterRegistry metrics;

    @Test
    void keepTheWorkOnEveryRecordButTheOneThatFailed() {
        // Given
        UUID poisoned = Api.aRegisteredPatient();
        UUID next = Api.aRegisteredPatient();

        // When
        jobs.forEach(JOB, () -> inHarbor() ? List.of(poisoned, next) : List.of(), patient -> {
            database.createNativeQuery("update patient set language = 'de' where id = :id").setParameter("id", patient).executeUpdate();
            if (patient.equals(poisoned)) {
                throw new IllegalArgumentException("poisoned");
            }
        });

        // Then
        assertThat(language(poisoned)).isEqualTo("en-US");
        assertThat(language(next)).isEqualTo("de");
        assertThat(runs("failed")).as("clinics in which a record failed").isEqualTo(1);
        assertThat(Database.count("""
                select (select count(*) from audit_pending where subject = ?) + (select count(*) from audit_event where subject = ?)""",
                JOB, JOB)).as("audited: what was changed").isOne();
    }

    private static boolean inHarbor() {
        return Operation.current().clinicId().equals(Stack.clinic("harbor"));
    }

    private static Object language(UUID patient) {
        return Database.value("select language from patient where id = ?::uuid", patient.toString());
    }

    private double runs(String outcome) {
        return metrics.counter("stillpoint.jobs.clinics", "job", JOB, "outcome", outcome).count();
    }
}
