package health.stillpoint.session.integration.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The integration tasks of a clinic; exactly one for each dose. */
public interface IntegrationTaskRepository {

    Optional<IntegrationTask> ofDose(UUID doseId);

    /** Tasks of one patient and status, null = any, oldest first, after the given id. */
    List<IntegrationTask> list(UUID patientId, TaskStatus status, UUID after, int limit);

    /** Tasks of a patient that no session has completed. */
    List<IntegrationTask> incompleteOf(UUID patientId);

    /** Open tasks due before the moment, locked for this transaction. */
    List<IntegrationTask> dueBefore(Instant moment);

    IntegrationTask add(IntegrationTask task);

    IntegrationTask update(IntegrationTask task);

    void addWork(IntegrationWork work);

    List<IntegrationWork> workOf(UUID sessionId);
}
