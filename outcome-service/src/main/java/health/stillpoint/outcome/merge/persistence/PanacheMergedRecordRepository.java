package health.stillpoint.outcome.merge.persistence;

import health.stillpoint.outcome.merge.domain.MergedRecordRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PanacheMergedRecordRepository implements MergedRecordRepository, PanacheRepositoryBase<MergedRecordEntity, UUID> {

    /** A merge is told under two keys, and so by two readers at the same moment. */
    private static final String ONE_MERGE_AT_A_TIME =
            "select 1 from pg_advisory_xact_lock(hashtextextended('merged_record/' || cast(kit_clinic() as text), 0))";

    private static final String MERGE = """
            insert into merged_record (clinic_id, id, version, survivor_id) values (kit_clinic(), :merged, 0, :survivor)
            on conflict (id) do nothing""";

    @Override
    public void merge(UUID mergedId, UUID survivorId) {
        getEntityManager().createNativeQuery(ONE_MERGE_AT_A_TIME).getResultList();
        UUID goingOn = survivorOf(survivorId);
        update("survivorId = ?1 where survivorId = ?2", goingOn, mergedId);
        getEntityManager()
                .createNativeQuery(MERGE)
                .setParameter("merged", mergedId)
                .setParameter("survivor", goingOn)
                .executeUpdate();
    }

    @Override
    public UUID survivorOf(UUID patientId) {
        MergedRecordEntity merged = findById(patientId);
        return merged == null ? patientId : merged.survivorId;
    }
}
