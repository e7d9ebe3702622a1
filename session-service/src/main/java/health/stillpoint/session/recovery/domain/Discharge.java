package health.stillpoint.session.recovery.domain;

import health.stillpoint.session.session.domain.Escort;
import java.time.Instant;
import java.util.UUID;

/** How a patient left. Never changed. */
public record Discharge(UUID id, UUID sessionId, UUID doseId, UUID patientId, Instant recoveredAt, Instant dischargedAt, Escort escort,
        boolean writtenInstructions, boolean spokenInstructions, Instant nextContactAt, boolean emergencyNumberGiven,
        UUID dischargedBy, Instant recordedAt, boolean recordedLate) {

    @Override
    public String toString() {
        return "Discharge[" + id + "]";
    }
}
