package health.stillpoint.patient.practitioners.api;

import com.fasterxml.jackson.annotation.JsonIgnore;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.practitioners.domain.NationalProviderIdentifier;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number of a member of staff; {@code system} is the URI of who gave it. */
@Schema(name = "PractitionerIdentifier")
public record PractitionerIdentifierBody(
        @NotNull @Size(max = 200) @Pattern(regexp = "[A-Za-z][A-Za-z0-9+.-]*:\\S+", message = "must be a URI") String system,
        @NotBlank @Size(max = 100) String value) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "is not a National Provider Identifier: its check digit is wrong")
    public boolean isChecked() {
        return !NationalProviderIdentifier.SYSTEM.equals(system) || NationalProviderIdentifier.isWellFormed(value);
    }

    static PractitionerIdentifierBody of(Identifier identifier) {
        return new PractitionerIdentifierBody(identifier.system(), identifier.value());
    }

    Identifier toDomain() {
        return new Identifier(system, value);
    }

    @Override
    public String toString() {
        return "PractitionerIdentifier[" + system + ", withheld]";
    }
}
