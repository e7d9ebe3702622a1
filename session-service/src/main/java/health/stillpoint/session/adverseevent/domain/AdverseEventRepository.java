package health.stillpoint.session.adverseevent.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The reports of adverse events; added, never changed. */
public interface AdverseEventRepository {

    AdverseEvent add(AdverseEvent report);

    /** The report of an event that holds. */
    Optional<AdverseEvent> latest(UUID adverseEventId);

    /** Every report, oldest first. */
    List<AdverseEvent> ofSession(UUID sessionId);

    /** The report of each event that holds, oldest event first. */
    List<AdverseEvent> latestOf(UUID patientId);
}
