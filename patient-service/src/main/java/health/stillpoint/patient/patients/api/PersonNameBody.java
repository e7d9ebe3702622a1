package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.PersonName;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotEmpty;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A person's name. */
@Schema(name = "PersonName")
public record PersonNameBody(
        @NotBlank @Size(max = 200) @Pattern(regexp = VISIBLE, message = "must have a character that can be seen") String family,
        @NotEmpty @Size(max = 10) List<@NotBlank @Size(max = 200) @Pattern(regexp = VISIBLE, message = "must have a character that can be seen") String> given) {

    /** A letter, a digit or a sign; not spaces, joiners and marks of no width alone. */
    static final String VISIBLE = "[\\s\\S]*[\\p{L}\\p{N}\\p{P}\\p{S}][\\s\\S]*";

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
