package health.stillpoint.session.ledger.api;

import health.stillpoint.session.ledger.domain.MovementType;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Digits;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Waste, return, destruction or loss. */
@Schema(examples = """
        {"lotId": "0197a000-0000-7000-8000-0000000000d1", "type": "DESTROY", "milligrams": 100, "reason": "Vial broken"}""")
public record MovementRequest(
        @NotNull UUID lotId,
        @NotNull MovementType type,
        @NotNull @DecimalMin(value = "0", inclusive = false) @DecimalMax("10000000") @Digits(integer = 8, fraction = 3) BigDecimal milligrams,
        @Schema(description = "The session the drug was withdrawn for") UUID sessionId,
        @NotBlank @Size(max = 1000) String reason,
        @Schema(description = "Now when absent") Instant occurredAt) {

    @Override
    public String toString() {
        return "MovementRequest[" + type + "]";
    }
}
