package health.stillpoint.gateway.sandbox;

import health.stillpoint.gateway.sandbox.ClockMove.Offsets;
import java.time.Instant;
import java.util.Map;
import java.util.TreeMap;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/**
 * Where a sandbox clinic's clock stands.
 *
 * @param now the clinic's time, UTC
 * @param offsetSeconds what is added to real time, seconds
 * @param agree whether all services show the same; false after a movement that not every one followed
 * @param services offset of each service, seconds
 */
@Schema(description = "Where a sandbox clinic's clock stands")
record ClockView(
        @Schema(description = "The clinic's time, UTC") Instant now,
        @Schema(description = "Added to real time, seconds", examples = "86400") long offsetSeconds,
        @Schema(description = "False after a movement that not every service followed") boolean agree,
        @Schema(description = "Offset of each service, seconds") Map<String, Long> services) {

    static ClockView of(Offsets offsets, Instant real) {
        Map<String, Long> services = new TreeMap<>();
        offsets.byService().forEach((upstream, offset) -> services.put(upstream.serviceName(), offset));
        return new ClockView(real.plusSeconds(offsets.lowest()), offsets.lowest(), offsets.agree(), services);
    }
}
