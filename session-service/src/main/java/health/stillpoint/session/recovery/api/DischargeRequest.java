package health.stillpoint.session.recovery.api;

import health.stillpoint.session.recovery.Recovery;
import health.stillpoint.session.session.api.EscortBody;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the patient leaves. */
@Schema(examples = """
        {"dischargedAt": "2026-11-23T11:45:00Z", "escort": {"name": "Jo Rivera", "relationship": "sister", "phone": "+1 555 0100"},
         "instructionsGiven": {"written": true, "spoken": true}, "nextContactAt": "2026-11-24T09:00:00Z", "emergencyNumberGiven": true}""")
public record DischargeRequest(
        @Schema(description = "Now when absent") Instant dischargedAt,
        @Valid @Schema(description = "The escort named at check-in when absent") EscortBody escort,
        @NotNull @Valid Instructions instructionsGiven,
        @Schema(description = "Call or integration session within 24 hours") Instant nextContactAt,
        @NotNull Boolean emergencyNumberGiven) {

    /** No driving until after sleep and 24 h, no alcohol or sedatives 24 h, no contracts 24 h, not alone with children overnight. */
    public record Instructions(@NotNull Boolean written, @NotNull Boolean spoken) {
    }

    Recovery.Leaving toLeaving(Instant at) {
        return new Recovery.Leaving(at, escort == null ? null : escort.toDomain(), instructionsGiven.written(), instructionsGiven.spoken(),
                nextContactAt, emergencyNumberGiven);
    }

    @Override
    public String toString() {
        return "DischargeRequest[...]";
    }
}
