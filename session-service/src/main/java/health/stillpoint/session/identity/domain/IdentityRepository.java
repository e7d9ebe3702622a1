package health.stillpoint.session.identity.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What this service keeps of who a patient is. */
public interface IdentityRepository {

    /** From now on the rows of the merged record count for the survivor, and so do those of records merged into it before. */
    void merge(UUID mergedId, UUID survivorId);

    /** Takes out names, every text a person wrote and the answers kept for repeated calls; what was measured, given or coded stays. */
    void remove(UUID patientId, Instant at, LocalDate keepUntil);

    /** Erased persons, by the record that goes on, whose facts are still here although the last day to keep them lies before this one. */
    List<UUID> keptUntilBefore(LocalDate day, int limit);

    /** Deletes every fact about a person under whatever record; the drug ledger keeps its movements without them. */
    void deleteFacts(UUID patientId, Instant at);
}
