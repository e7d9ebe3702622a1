package health.stillpoint.outcome.identity.domain;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** What this service keeps that could tell who a patient is: the words clinicians wrote on safety alerts. */
public interface IdentityRepository {

    /** Takes those words out, and the answers kept for repeated calls; answers to instruments are numbers and stay. */
    void remove(UUID patientId, Instant at, LocalDate keepUntil);

    /** Erased persons, by the record that goes on, whose facts are still here although the last day to keep them lies before this one. */
    List<UUID> keptUntilBefore(LocalDate day, int limit);

    /** Deletes every fact about a person under whatever record. */
    void deleteFacts(UUID patientId, Instant at);
}
