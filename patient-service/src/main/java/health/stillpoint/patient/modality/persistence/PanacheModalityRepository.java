package health.stillpoint.patient.modality.persistence;

import health.stillpoint.patient.modality.domain.Confirmation;
import health.stillpoint.patient.modality.domain.Evaluation;
import health.stillpoint.patient.modality.domain.ModalityFacts;
import health.stillpoint.patient.modality.domain.ModalityRepository;
import health.stillpoint.patient.patients.domain.PatientId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

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
    public List<Evaluation> evaluations(PatientId patientId, int limit) {
        return getEntityManager()
                .createQuery("from ModalityEvaluationEntity where patientId = :id order by id desc", ModalityEvaluationEntity.class)
                .setParameter("id", patientId.value())
                .setMaxResults(limit)
                .getResultStream()
                .map(ModalityEvaluationEntity::toDomain)
                .toList();
    }

    @Override
    public void add(Confirmation confirmation) {
        getEntityManager().persist(ModalityConfirmationEntity.of(confirmation));
    }

    @Override
    public Optional<Confirmation> latestConfirmation(PatientId patientId) {
        return confirmations(patientId).stream().findFirst();
    }

    @Override
    public List<Confirmation> confirmations(PatientId patientId) {
        return getEntityManager()
                .createQuery("from ModalityConfirmationEntity where patientId = :id order by id desc",
                        ModalityConfirmationEntity.class)
                .setParameter("id", patientId.value())
                .getResultStream()
                .map(ModalityConfirmationEntity::toDomain)
                .toList();
    }
}
