package health.stillpoint.patient.treatment.persistence;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.persistence.MergedRecords;
import health.stillpoint.patient.treatment.domain.PriorTreatment;
import health.stillpoint.patient.treatment.domain.PriorTreatmentRepository;
import health.stillpoint.patient.treatment.domain.RecordedTreatment;
import health.stillpoint.patient.treatment.domain.RecordedTreatment.Status;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Earlier treatments in PostgreSQL. */
@ApplicationScoped
class PanachePriorTreatmentRepository
        implements PriorTreatmentRepository, PanacheRepositoryBase<PriorTreatmentEntity, UUID> {

    private static final String LAST_VERSIONS = "from PriorTreatmentEntity said where " + MergedRecords.OF_PERSON + " " + """
            and not exists (select 1 from PriorTreatmentEntity later
                             where later.treatmentId = said.treatmentId and later.number > said.number)""";
    private static final Set<Status> COUNTING = Set.of(Status.RECORDED, Status.CORRECTED);
    private static final Set<Status> ALL = Set.of(Status.values());
    private static final UUID FIRST_OF_ALL = new UUID(0, 0);

    @Override
    public void add(PatientId patientId, RecordedTreatment version) {
        persist(PriorTreatmentEntity.of(version.number() == 0 ? version.trial().id() : Ids.next(), patientId, version));
    }

    @Override
    public Optional<RecordedTreatment> withId(PatientId patientId, UUID id) {
        return versions(patientId, id, Integer.MAX_VALUE, 1).stream().findFirst();
    }

    @Override
    public List<PriorTreatment> of(PatientId patientId) {
        return find(LAST_VERSIONS + " and said.status in ?2 order by said.treatmentId", patientId.value(), COUNTING).stream()
                .map(entity -> entity.trial)
                .toList();
    }

    @Override
    public List<RecordedTreatment> of(PatientId patientId, boolean withErrors, UUID last, int limit) {
        return find(LAST_VERSIONS + " and said.status in ?2 and said.treatmentId > ?3 order by said.treatmentId",
                        patientId.value(), withErrors ? ALL : COUNTING, last == null ? FIRST_OF_ALL : last)
                .range(0, limit - 1).stream()
                .map(PriorTreatmentEntity::toDomain)
                .toList();
    }

    @Override
    public List<RecordedTreatment> versions(PatientId patientId, UUID id, int before, int limit) {
        return find(MergedRecords.OF_PERSON + " and treatmentId = ?2 and number < ?3 order by number desc", patientId.value(), id, before)
                .range(0, limit - 1).stream()
                .map(PriorTreatmentEntity::toDomain)
                .toList();
    }
}
