package health.stillpoint.session.identity.domain;

import java.time.Instant;
import java.util.UUID;

/** What this service keeps of who a patient is. */
public interface IdentityRepository {

    /** From now on the rows of the merged record count for the survivor, and so do those of records merged into it before. */
    void merge(UUID mergedId, UUID survivorId);

    /** Takes out names, every text a person wrote and the answers kept for repeated calls; what was measured, given or coded stays. */
    void remove(UUID patientId, Instant at);
}
