package health.stillpoint.session.adverseevent.persistence;

import health.stillpoint.session.adverseevent.domain.AdverseEvent;
import health.stillpoint.session.adverseevent.domain.AdverseEventRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code adverse_event}. */
@ApplicationScoped
class PanacheAdverseEventRepository implements AdverseEventRepository, PanacheRepositoryBase<AdverseEventEntity, UUID> {

    @Override
    public AdverseEvent add(AdverseEvent report) {
        persist(AdverseEventEntity.of(report));
        return report;
    }

    @Override
    public Optional<AdverseEvent> latest(UUID adverseEventId) {
        return find("adverseEventId = ?1 order by number desc", adverseEventId).page(0, 1).firstResultOptional().map(AdverseEventEntity::toDomain);
    }

    @Override
    public List<AdverseEvent> ofSession(UUID sessionId) {
        return find("sessionId = ?1 order by id", sessionId).stream().map(AdverseEventEntity::toDomain).toList();
    }

    @Override
    public List<AdverseEvent> latestOf(UUID patientId) {
        return find("from AdverseEventEntity e where e.patientId = ?1 and not exists (select 1 from AdverseEventEntity later"
                + " where later.adverseEventId = e.adverseEventId and later.number > e.number) order by e.adverseEventId", patientId)
                .stream().map(AdverseEventEntity::toDomain).toList();
    }
}
