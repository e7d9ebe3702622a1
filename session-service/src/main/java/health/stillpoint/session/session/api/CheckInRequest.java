package health.stillpoint.session.session.api;

import jakarta.validation.Valid;
import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The patient has come; the escort may be named already. */
@Schema(examples = """
        {"checkedInAt": "2026-11-23T08:55:00Z", "escort": {"name": "Jo Rivera", "relationship": "sister", "phone": "+1 555 0100"}}""")
public record CheckInRequest(
        @Schema(description = "When the patient came; now when absent. Nothing of the visit can be charted before it") Instant checkedInAt,
        @Valid EscortBody escort) {
}
