package health.stillpoint.patient.dosing.persistence;

import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.dosing.domain.DosingHistoryRepository;
import health.stillpoint.patient.patients.domain.PatientId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Dosing histories in PostgreSQL. */
@ApplicationScoped
class PanacheDosingHistoryRepository
        implements DosingHistoryRepository, PanacheRepositoryBase<DosingHistoryEntity, UUID> {

    @Override
    public DosingHistory of(PatientId patientId) {
        return findByIdOptional(patientId.value()).map(entity -> entity.history).orElse(DosingHistory.NONE);
    }

    @Override
    public void save(PatientId patientId, DosingHistory history) {
        DosingHistoryEntity entity = findById(patientId.value());
        if (entity == null) {
            entity = new DosingHistoryEntity();
            entity.id = patientId.value();
            entity.history = history;
            persist(entity);
        } else {
            entity.history = history;
        }
    }
}
