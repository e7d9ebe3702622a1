package health.stillpoint.patient.treatment.persistence;

import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.persistence.MergedRecords;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.PriorTreatmentRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Earlier treatments in PostgreSQL. */
@ApplicationScoped
class PanachePriorTreatmentRepository
        implements PriorTreatmentRepository, PanacheRepositoryBase<PriorTreatmentEntity, UUID> {

    private final ClinicClock clock;

    PanachePriorTreatmentRepository(ClinicClock clock) {
        this.clock = clock;
    }

    @Override
    public void add(PatientId patientId, PriorTreatment treatment, UUID recordedBy) {
        persist(PriorTreatmentEntity.of(patientId, treatment, recordedBy, clock.now()));
    }

    @Override
    public List<PriorTreatment> of(PatientId patientId) {
        return find(MergedRecords.OF_PERSON + " order by id", patientId.value()).stream().map(entity -> entity.trial).toList();
    }
}
