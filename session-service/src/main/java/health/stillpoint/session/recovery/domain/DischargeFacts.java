package health.stillpoint.session.recovery.domain;

import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.session.domain.Escort;
import java.time.Instant;

/** Everything the discharge policy asks. */
public record DischargeFacts(Route route, Instant doseStartedAt, Instant doseEndedAt, Instant recoveredAt, Escort escort,
        boolean writtenInstructions, boolean spokenInstructions, Instant nextContactAt, boolean emergencyNumberGiven,
        boolean graveAlertOpen, boolean monitoringAccountedFor, boolean ledgerBalanced, Instant dischargedAt) {
}
