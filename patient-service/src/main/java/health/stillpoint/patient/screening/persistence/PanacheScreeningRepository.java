package health.stillpoint.patient.screening.persistence;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.persistence.MergedRecords;
import health.stillpoint.patient.screening.domain.Clearance;
import health.stillpoint.patient.screening.domain.Screening;
import health.stillpoint.patient.screening.domain.ScreeningRepository;
import io.quarkus.hibernate.orm.panache.PanacheQuery;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Collectors;

/** Screenings in PostgreSQL. */
@ApplicationScoped
class PanacheScreeningRepository implements ScreeningRepository, PanacheRepositoryBase<ScreeningEntity, UUID> {

    private static final String LATEST_FIRST = " order by performedAt desc, id desc";
    private static final String BEHIND = """
            and exists (select 1 from ScreeningEntity seen where seen.id = ?2 and (performed.performedAt < seen.performedAt
                        or performed.performedAt = seen.performedAt and performed.id < seen.id))""";

    @Override
    public void add(Screening screening) {
        persist(ScreeningEntity.of(screening));
    }

    @Override
    public void add(PatientId patientId, Clearance clearance) {
        getEntityManager().persist(ClearanceEntity.of(patientId, clearance));
    }

    @Override
    public Optional<Screening> withId(PatientId patientId, UUID id) {
        return find(MergedRecords.OF_PERSON + " and id = ?2", patientId.value(), id).firstResultOptional()
                .map(entity -> entity.toDomain(clearances(patientId).getOrDefault(id, List.of())));
    }

    @Override
    public List<Screening> of(PatientId patientId) {
        return read(patientId, find(MergedRecords.OF_PERSON + LATEST_FIRST, patientId.value()));
    }

    @Override
    public List<Screening> of(PatientId patientId, UUID last, int limit) {
        PanacheQuery<ScreeningEntity> found = last == null
                ? find(MergedRecords.OF_PERSON + LATEST_FIRST, patientId.value())
                : find("from ScreeningEntity performed where " + MergedRecords.OF_PERSON + " " + BEHIND + LATEST_FIRST, patientId.value(), last);
        return read(patientId, found.range(0, limit - 1));
    }

    private List<Screening> read(PatientId patientId, PanacheQuery<ScreeningEntity> found) {
        Map<UUID, List<Clearance>> clearances = clearances(patientId);
        return found.stream()
                .map(entity -> entity.toDomain(clearances.getOrDefault(entity.id, List.of())))
                .toList();
    }

    @Override
    public Optional<Screening> latest(PatientId patientId) {
        return find(MergedRecords.OF_PERSON + LATEST_FIRST, patientId.value()).firstResultOptional()
                .map(entity -> entity.toDomain(clearances(patientId).getOrDefault(entity.id, List.of())));
    }

    private Map<UUID, List<Clearance>> clearances(PatientId patientId) {
        return getEntityManager()
                .createQuery("from ClearanceEntity where " + MergedRecords.OF_PERSON + " order by id", ClearanceEntity.class)
                .setParameter(1, patientId.value())
                .getResultStream()
                .map(ClearanceEntity::toDomain)
                .collect(Collectors.groupingBy(Clearance::screeningId));
    }
}
