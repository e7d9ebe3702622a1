package health.stillpoint.patient.treatment.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;

/** Why the treatment should never have been recorded. */
public record TreatmentWithdrawalRequest(@NotBlank @Size(max = 1000) String reason) {

    @Override
    public String toString() {
        return "TreatmentWithdrawalRequest[withheld]";
    }
}
