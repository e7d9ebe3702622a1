package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.Identifier;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A number the patient is known by; {@code system} is the URI of who gave it. */
@Schema(name = "Identifier")
public record IdentifierBody(
        @NotNull @Size(max = 200) @Pattern(regexp = "[A-Za-z][A-Za-z0-9+.-]*:\\S+", message = "must be a URI")
                @NotGivenByTheClinic String system,
        @NotBlank @Size(max = 100) String value) {

    public static IdentifierBody of(Identifier identifier) {
        return new IdentifierBody(identifier.system(), identifier.value());
    }

    public Identifier toDomain() {
        return new Identifier(system, value);
    }

    @Override
    public String toString() {
        return "Identifier[" + system + ", withheld]";
    }
}
