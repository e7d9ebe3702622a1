package health.stillpoint.session.recovery.persistence;

import health.stillpoint.session.recovery.domain.Discharge;
import health.stillpoint.session.recovery.domain.RecoveryAssessment;
import health.stillpoint.session.recovery.domain.RecoveryRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code recovery_assessment} and {@code discharge}. */
@ApplicationScoped
class PanacheRecoveryRepository implements RecoveryRepository, PanacheRepositoryBase<RecoveryAssessmentEntity, UUID> {

    private final EntityManager entities;

    PanacheRecoveryRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public void add(RecoveryAssessment assessment) {
        persist(RecoveryAssessmentEntity.of(assessment));
    }

    @Override
    public List<RecoveryAssessment> ofSession(UUID sessionId) {
        return find("sessionId = ?1 order by id", sessionId).stream().map(RecoveryAssessmentEntity::toDomain).toList();
    }

    @Override
    public void add(Discharge discharge) {
        entities.persist(DischargeEntity.of(discharge));
    }

    @Override
    public Optional<Discharge> dischargeOf(UUID sessionId) {
        return entities.createQuery("from DischargeEntity d where d.sessionId = :sessionId", DischargeEntity.class)
                .setParameter("sessionId", sessionId).getResultStream().findFirst().map(DischargeEntity::toDomain);
    }
}
