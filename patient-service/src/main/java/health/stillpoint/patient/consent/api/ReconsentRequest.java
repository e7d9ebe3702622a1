package health.stillpoint.patient.consent.api;

import health.stillpoint.patient.consent.domain.LapseReason;
import jakarta.validation.constraints.NotNull;

/** Why consent must be sought again. */
public record ReconsentRequest(@NotNull Reason reason) {

    /** What a clinician knows before any system does. */
    public enum Reason {
        NEW_DIAGNOSIS, PREGNANCY, NEW_FINDING, ROUTE_CHANGED, HOME_DOSING
    }

    LapseReason toDomain() {
        return LapseReason.valueOf(reason.name());
    }
}
