package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.FormerIdentifier;
import health.stillpoint.patient.patients.domain.Identifier;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Which number ends, and why. */
public record IdentifierEndRequest(
        @NotBlank @Size(max = 200) @NotGivenByTheClinic String system,
        @NotBlank @Size(max = 100) String value,
        @NotNull @Schema(description = "OUT_OF_USE: still finds the patient, nobody else gets it. ENTERED_IN_ERROR: never was theirs")
                FormerIdentifier.Reason reason) {

    Identifier toDomain() {
        return new Identifier(system, value);
    }

    @Override
    public String toString() {
        return "IdentifierEndRequest[withheld]";
    }
}
