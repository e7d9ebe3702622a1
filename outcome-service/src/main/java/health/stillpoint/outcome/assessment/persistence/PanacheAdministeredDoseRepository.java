package health.stillpoint.outcome.assessment.persistence;

import health.stillpoint.outcome.assessment.domain.AdministeredDose;
import health.stillpoint.outcome.assessment.domain.AdministeredDoseRepository;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.merge.Records;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import io.quarkus.panache.common.Sort;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

@ApplicationScoped
class PanacheAdministeredDoseRepository
        implements AdministeredDoseRepository, PanacheRepositoryBase<AdministeredDoseEntity, UUID> {

    @Override
    public Optional<AdministeredDose> withId(UUID id) {
        return findByIdOptional(id).map(AdministeredDoseEntity::toDomain);
    }

    @Override
    public List<AdministeredDose> of(PatientId patient) {
        return find(Records.OF_PATIENT, Sort.by("endedAt"), Parameters.with("patient", patient.value())).stream()
                .map(AdministeredDoseEntity::toDomain)
                .toList();
    }

    @Override
    public void add(AdministeredDose dose) {
        persist(AdministeredDoseEntity.of(dose));
    }
}
