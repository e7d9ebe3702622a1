package health.stillpoint.outcome.assessment.persistence;

import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TreatedPatient;
import health.stillpoint.outcome.assessment.domain.TreatedPatientRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheTreatedPatientRepository
        implements TreatedPatientRepository, PanacheRepositoryBase<TreatedPatientEntity, UUID> {

    @Override
    public Optional<TreatedPatient> withId(PatientId id) {
        return findByIdOptional(id.value())
                .filter(row -> row.factsDeletedAt == null)
                .map(TreatedPatientEntity::toDomain);
    }

    @Override
    public boolean isErased(PatientId id) {
        return findByIdOptional(id.value()).filter(row -> row.erasedAt != null).isPresent();
    }

    @Override
    public boolean isForgotten(PatientId id) {
        return findByIdOptional(id.value()).filter(row -> row.factsDeletedAt != null).isPresent();
    }

    @Override
    public void save(TreatedPatient patient) {
        findByIdOptional(patient.id().value())
                .orElseGet(() -> added(patient.id()))
                .copyFrom(patient);
    }

    private TreatedPatientEntity added(PatientId id) {
        TreatedPatientEntity entity = new TreatedPatientEntity();
        entity.id = id.value();
        persist(entity);
        return entity;
    }
}
