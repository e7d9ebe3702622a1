package health.stillpoint.session.session.api;

import java.time.Instant;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The session has begun. */
@Schema(examples = "{\"startedAt\": \"2026-11-23T09:00:00Z\"}")
public record StartRequest(
        @Schema(description = "When it began; now when absent. Not before the check-in") Instant startedAt) {
}
