package health.stillpoint.session.monitoring.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The vital signs of sessions. Sets are added, never changed. */
public interface VitalSignRepository {

    /** What new readings are judged against; every other step that locks this patient waits until this transaction ends. */
    Optional<MonitoringContext> lockContext(UUID sessionId);

    /** The same without waiting. */
    Optional<MonitoringContext> context(UUID sessionId);

    /** Stores all sets in one statement, whatever their number, at the end of the operation: it does not read them itself. */
    void addAll(List<RecordedVitalSigns> sets);

    /** In the order they were measured. */
    List<RecordedVitalSigns> ofSession(UUID sessionId);

    /** The latest valid set with a blood pressure, taken after the one moment and at or before the other. */
    Optional<RecordedVitalSigns> latestWithPressure(UUID sessionId, Instant after, Instant notAfter);
}
