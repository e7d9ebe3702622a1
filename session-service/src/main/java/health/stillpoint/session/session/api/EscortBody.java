package health.stillpoint.session.session.api;

import health.stillpoint.session.session.domain.Escort;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The adult who takes the patient home. */
@Schema(examples = "{\"name\": \"Jo Rivera\", \"relationship\": \"sister\", \"phone\": \"+1 555 0100\"}")
public record EscortBody(@Size(max = 200) String name, @Size(max = 100) String relationship, @Size(max = 40) String phone) {

    public Escort toDomain() {
        return new Escort(name, relationship, phone);
    }

    public static EscortBody of(Escort escort) {
        return escort == null ? null : new EscortBody(escort.name(), escort.relationship(), escort.phone());
    }

    @Override
    public String toString() {
        return "EscortBody[...]";
    }
}
