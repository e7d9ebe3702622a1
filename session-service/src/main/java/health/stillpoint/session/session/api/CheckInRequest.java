package health.stillpoint.session.session.api;

import jakarta.validation.Valid;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The patient has come; the escort may be named already. */
@Schema(examples = "{\"escort\": {\"name\": \"Jo Rivera\", \"relationship\": \"sister\", \"phone\": \"+1 555 0100\"}}")
public record CheckInRequest(@Valid EscortBody escort) {
}
