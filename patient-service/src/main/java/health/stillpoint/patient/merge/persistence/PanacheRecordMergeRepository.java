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

    @Override
    public void add(RecordMerge merge) {
        persist(RecordMergeEntity.of(merge));
    }

    @Override
    public List<RecordMerge> into(PatientId survivor) {
        return find("survivorId = ?1 order by id", survivor.value()).stream().map(RecordMergeEntity::toDomain).toList();
    }

    @Override
    public List<RecordMerge> all() {
        return find("order by id").stream().map(RecordMergeEntity::toDomain).toList();
    }
}
