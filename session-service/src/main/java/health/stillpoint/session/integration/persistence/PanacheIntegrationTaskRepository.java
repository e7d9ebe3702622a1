package health.stillpoint.session.integration.persistence;

import health.stillpoint.session.integration.domain.IntegrationTask;
import health.stillpoint.session.integration.domain.IntegrationTaskRepository;
import health.stillpoint.session.integration.domain.IntegrationWork;
import health.stillpoint.session.integration.domain.TaskStatus;
import health.stillpoint.session.identity.Records;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code integration_task} and {@code integration_work}. */
@ApplicationScoped
class PanacheIntegrationTaskRepository implements IntegrationTaskRepository, PanacheRepositoryBase<IntegrationTaskEntity, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);
    private static final int ONE_PASS = 500;

    private final EntityManager entities;

    PanacheIntegrationTaskRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<IntegrationTask> ofDose(UUID doseId) {
        return find("doseId", doseId).firstResultOptional().map(IntegrationTaskEntity::toDomain);
    }

    @Override
    public List<IntegrationTask> list(UUID patientId, TaskStatus status, UUID after, int limit) {
        StringBuilder where = new StringBuilder("id > :after");
        Parameters parameters = Parameters.with("after", after == null ? BEFORE_ALL : after);
        if (patientId != null) {
            where.append(" and ").append(Records.OF_PATIENT);
            parameters.and("patientId", patientId);
        }
        if (status != null) {
            where.append(" and status = :status");
            parameters.and("status", status);
        }
        return find(where.append(" order by id").toString(), parameters).page(Page.ofSize(limit)).stream()
                .map(IntegrationTaskEntity::toDomain).toList();
    }

    @Override
    public List<IntegrationTask> incompleteOf(UUID patientId) {
        return find(Records.OF_PATIENT + " and status <> :completed",
                Parameters.with("patientId", patientId).and("completed", TaskStatus.COMPLETED)).stream().map(IntegrationTaskEntity::toDomain).toList();
    }

    @Override
    public List<IntegrationTask> dueBefore(Instant moment) {
        return find("status = ?1 and dueAt < ?2 order by dueAt", TaskStatus.OPEN, moment).withLock(LockModeType.PESSIMISTIC_WRITE)
                .page(Page.ofSize(ONE_PASS)).stream().map(IntegrationTaskEntity::toDomain).toList();
    }

    @Override
    public IntegrationTask add(IntegrationTask task) {
        IntegrationTaskEntity row = new IntegrationTaskEntity();
        row.id = task.id();
        row.copyFrom(task);
        persist(row);
        return task;
    }

    @Override
    public IntegrationTask update(IntegrationTask task) {
        IntegrationTaskEntity row = findById(task.id());
        row.copyFrom(task);
        flush();
        return row.toDomain();
    }

    @Override
    public void addWork(IntegrationWork work) {
        entities.persist(IntegrationWorkEntity.of(work));
    }

    @Override
    public List<IntegrationWork> workOf(UUID sessionId) {
        return entities.createQuery("from IntegrationWorkEntity w where w.sessionId = :sessionId order by w.id", IntegrationWorkEntity.class)
                .setParameter("sessionId", sessionId).getResultStream().map(IntegrationWorkEntity::toDomain).toList();
    }
}
