package health.stillpoint.outcome.instrument.api;

import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The whole catalogue; it is short and has no pages. */
@Schema(name = "InstrumentList")
public record InstrumentList(
        @Schema(description = "Version of the catalogue's facts", examples = "1.0.0") String catalogueVersion,
        List<InstrumentView> items) {}
