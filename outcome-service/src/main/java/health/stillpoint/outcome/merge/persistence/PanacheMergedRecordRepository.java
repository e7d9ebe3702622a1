package health.stillpoint.outcome.merge.persistence;

import health.stillpoint.outcome.merge.domain.MergedRecordRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

@ApplicationScoped
class PanacheMergedRecordRepository implements MergedRecordRepository, PanacheRepositoryBase<MergedRecordEntity, UUID> {

    @Override
    public void merge(UUID mergedId, UUID survivorId) {
        UUID goingOn = survivorOf(survivorId);
        update("survivorId = ?1 where survivorId = ?2", goingOn, mergedId);
        if (findById(mergedId) == null) {
            MergedRecordEntity row = new MergedRecordEntity();
            row.id = mergedId;
            row.survivorId = goingOn;
            persist(row);
        }
    }

    @Override
    public UUID survivorOf(UUID patientId) {
        MergedRecordEntity merged = findById(patientId);
        return merged == null ? patientId : merged.survivorId;
    }
}
