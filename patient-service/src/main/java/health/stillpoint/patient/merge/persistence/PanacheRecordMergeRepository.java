package health.stillpoint.patient.merge.persistence;

import health.stillpoint.patient.merge.domain.RecordMerge;
import health.stillpoint.patient.merge.domain.RecordMergeRepository;
import health.stillpoint.patient.patients.domain.PatientId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Merges in PostgreSQL. */
@ApplicationScoped
class PanacheRecordMergeRepository implements RecordMergeRepository, PanacheRepositoryBase<RecordMergeEntity, UUID> {

    private static final UUID FIRST_OF_ALL = new UUID(0, 0);

    @Override
    public void add(RecordMerge merge) {
        persist(RecordMergeEntity.of(merge));
    }

    @Override
    public List<RecordMerge> into(PatientId survivor, UUID last, int limit) {
        return find("survivorId = ?1 and id > ?2 order by id", survivor.value(), last == null ? FIRST_OF_ALL : last)
                .range(0, limit - 1).stream()
                .map(RecordMergeEntity::toDomain)
                .toList();
    }

    @Override
    public List<RecordMerge> all() {
        return find("order by id").stream().map(RecordMergeEntity::toDomain).toList();
    }
}
