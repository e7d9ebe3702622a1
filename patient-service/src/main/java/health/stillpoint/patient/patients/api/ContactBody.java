package health.stillpoint.patient.patients.api;

import health.stillpoint.patient.patients.domain.Contact;
import jakarta.validation.constraints.AssertTrue;
import jakarta.validation.constraints.Email;
import jakarta.validation.constraints.Pattern;
import jakarta.validation.constraints.Size;
import com.fasterxml.jackson.annotation.JsonIgnore;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How the patient is reached: a telephone number, an e-mail address, or both. */
@Schema(name = "Contact")
public record ContactBody(
        @Pattern(regexp = "\\+?[0-9 ()./-]{3,40}", message = "must be a telephone number") String phone,
        @Email @Size(max = 254) String email) {

    @JsonIgnore
    @Schema(hidden = true)
    @AssertTrue(message = "needs a telephone number or an e-mail address")
    public boolean isReachable() {
        return phone != null || email != null;
    }

    public static ContactBody of(Contact contact) {
        return new ContactBody(contact.phone(), contact.email());
    }

    public Contact toDomain() {
        return new Contact(phone, email);
    }

    @Override
    public String toString() {
        return "Contact[withheld]";
    }
}
