package health.stillpoint.session.recovery;

import health.stillpoint.session.recovery.domain.Discharge;
import java.util.UUID;

/** Tells the other services who has left. */
public interface RecoveryEvents {

    void discharged(Discharge discharge, UUID courseId);
}
