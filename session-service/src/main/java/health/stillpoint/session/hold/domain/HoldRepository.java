package health.stillpoint.session.hold.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The holds of a clinic. */
public interface HoldRepository {

    Optional<Hold> withId(UUID id);

    /** Holds of one patient or of all, oldest first, after the given id. */
    List<Hold> list(UUID patientId, boolean openOnly, Instant now, UUID after, int limit);

    List<Hold> openOf(UUID patientId, Instant now);

    Hold add(Hold hold);

    Hold update(Hold hold);
}
