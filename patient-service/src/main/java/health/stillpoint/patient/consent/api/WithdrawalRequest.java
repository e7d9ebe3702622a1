package health.stillpoint.patient.consent.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the person takes consent back, in their words. */
public record WithdrawalRequest(@NotBlank @Size(max = 4000) String reason) {

    @Override
    public String toString() {
        return "WithdrawalRequest[withheld]";
    }
}
