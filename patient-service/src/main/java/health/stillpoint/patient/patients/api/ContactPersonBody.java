package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.ContactPerson;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Emergency contact or escort. */
@Schema(name = "ContactPerson")
public record ContactPersonBody(
        @NotBlank @Size(max = 200)
                @Pattern(regexp = PersonNameBody.VISIBLE, message = "must have a character that can be seen") String name,
        @NotBlank @Size(max = 100) String relationship,
        @NotNull @Pattern(regexp = "\\+?[0-9 ()./-]{3,40}", message = "must be a telephone number") String phone) {

    public static ContactPersonBody of(ContactPerson person) {
        return new ContactPersonBody(person.name(), person.relationship(), person.phone());
    }

    public ContactPerson toDomain() {
        return new ContactPerson(name, relationship, phone);
    }

    @Override
    public String toString() {
        return "ContactPerson[withheld]";
    }
}
