package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.PersonName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's name. */
@Schema(name = "PersonName")
public record PersonNameBody(
        @NotBlank @Size(max = 200) String family,
        @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 200) String> given) {

    public static PersonNameBody of(PersonName name) {
        return new PersonNameBody(name.family(), name.given());
    }

    public PersonName toDomain() {
        return new PersonName(family, given);
    }

    @Override
    public String toString() {
        return "PersonName[withheld]";
    }
}
