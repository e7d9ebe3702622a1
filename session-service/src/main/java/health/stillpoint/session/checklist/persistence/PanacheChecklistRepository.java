package health.stillpoint.session.checklist.persistence;

import health.stillpoint.session.checklist.domain.ChecklistRepository;
import health.stillpoint.session.checklist.domain.ChecklistVersion;
import health.stillpoint.session.checklist.domain.PreDoseChecklist;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code pre_dose_checklist}. */
@ApplicationScoped
class PanacheChecklistRepository implements ChecklistRepository, PanacheRepositoryBase<PreDoseChecklistEntity, UUID> {

    @Override
    public Optional<PreDoseChecklist> ofSession(UUID sessionId) {
        return row(sessionId).map(PreDoseChecklistEntity::toDomain);
    }

    @Override
    public PreDoseChecklist put(PreDoseChecklist checklist, List<String> changedFields, String reason) {
        PreDoseChecklistEntity row = row(checklist.sessionId()).orElseGet(() -> {
            PreDoseChecklistEntity added = new PreDoseChecklistEntity();
            added.id = checklist.id();
            return added;
        });
        row.copyFrom(checklist);
        persistAndFlush(row);
        getEntityManager().persist(ChecklistVersionEntity.of(versionCount(row.sessionId), row, changedFields, reason));
        return row.toDomain();
    }

    @Override
    public List<ChecklistVersion> versionsOf(UUID sessionId) {
        return getEntityManager().createQuery("from ChecklistVersionEntity where sessionId = :session order by number", ChecklistVersionEntity.class)
                .setParameter("session", sessionId).getResultStream().map(ChecklistVersionEntity::toDomain).toList();
    }

    private long versionCount(UUID sessionId) {
        return getEntityManager().createQuery("select count(*) from ChecklistVersionEntity where sessionId = :session", Long.class)
                .setParameter("session", sessionId).getSingleResult();
    }

    private Optional<PreDoseChecklistEntity> row(UUID sessionId) {
        return find("sessionId", sessionId).firstResultOptional();
    }
}
