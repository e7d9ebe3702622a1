package health.stillpoint.session.vitals.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The vital signs of sessions. Sets are added, never changed. */
public interface VitalSignRepository {

    /** Stores all sets in one statement, whatever their number. */
    void addAll(List<RecordedVitalSigns> sets);

    /** In the order they were measured. */
    List<RecordedVitalSigns> ofSession(UUID sessionId);

    /** The latest valid set taken at or before the moment, with a blood pressure. */
    Optional<RecordedVitalSigns> latestWithPressure(UUID sessionId, Instant notAfter);

    /** Minutes of the plan already filled. */
    List<Integer> filledMinutes(UUID sessionId);
}
