package health.stillpoint.patient.referrals.api;

import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who the referred person is. */
public record ReferralLinkRequest(
        @NotNull UUID patientId,
        @Schema(description = "Somebody made sure of the person although the birth dates differ") Boolean identityConfirmed) { }
