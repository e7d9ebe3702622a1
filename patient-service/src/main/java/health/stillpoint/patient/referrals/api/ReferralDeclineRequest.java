package health.stillpoint.patient.referrals.api;

import health.stillpoint.patient.referrals.domain.DeclineReason;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why the clinic declines. */
public record ReferralDeclineRequest(
        @NotNull @Schema(description = "The partner is told this code and no more") DeclineReason reason,
        @Size(max = 2000) @Schema(description = "The clinic's own words; the partner never sees them") String note) {

    @Override
    public String toString() {
        return "ReferralDeclineRequest[" + reason + "]";
    }
}
