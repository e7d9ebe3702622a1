package health.stillpoint.patient.modality.persistence;

import health.stillpoint.patient.modality.domain.Confirmation;
import health.stillpoint.patient.modality.domain.Evaluation;
import health.stillpoint.patient.modality.domain.ModalityFacts;
import health.stillpoint.patient.modality.domain.ModalityRepository;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.persistence.MergedRecords;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Recommendations and choices in PostgreSQL. */
@ApplicationScoped
class PanacheModalityRepository implements ModalityRepository, PanacheRepositoryBase<ModalityFactsEntity, UUID> {

    @Override
    public ModalityFacts facts(PatientId patientId) {
        return findByIdOptional(patientId.value()).map(entity -> entity.facts).orElse(ModalityFacts.NONE);
    }

    @Override
    public void save(PatientId patientId, ModalityFacts facts) {
        ModalityFactsEntity entity = findById(patientId.value());
        if (entity == null) {
            entity = new ModalityFactsEntity();
            entity.id = patientId.value();
            entity.facts = facts;
            persist(entity);
        } else {
            entity.facts = facts;
        }
    }

    @Override
    public void add(Evaluation evaluation) {
        getEntityManager().persist(ModalityEvaluationEntity.of(evaluation));
    }

    @Override
    public List<Evaluation> evaluations(PatientId patientId, UUID last, int limit) {
        return newestFirst(ModalityEvaluationEntity.class, patientId, last, limit).map(ModalityEvaluationEntity::toDomain).toList();
    }

    @Override
    public void add(Confirmation confirmation) {
        getEntityManager().persist(ModalityConfirmationEntity.of(confirmation));
    }

    @Override
    public Optional<Confirmation> latestConfirmation(PatientId patientId) {
        return confirmations(patientId, null, 1).stream().findFirst();
    }

    @Override
    public List<Confirmation> confirmations(PatientId patientId, UUID last, int limit) {
        return newestFirst(ModalityConfirmationEntity.class, patientId, last, limit).map(ModalityConfirmationEntity::toDomain).toList();
    }

    private <T> Stream<T> newestFirst(Class<T> entity, PatientId patientId, UUID last, int limit) {
        return getEntityManager()
                .createQuery("from " + entity.getSimpleName() + " where patientId = :id and id < :last order by id desc", entity)
                .setParameter("id", patientId.value())
                .setParameter("last", MergedRecords.behind(last))
                .setMaxResults(limit)
                .getResultStream();
    }
}
