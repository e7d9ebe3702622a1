package health.stillpoint.kit.time;

import health.stillpoint.kit.operation.Operation;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.UUID;

/**
 * The time of a clinic. A sandbox clinic has a movable clock; every other clinic lives in real time.
 *
 * <p>Moments are UTC, cut to microseconds as the database keeps them.
 */
@ApplicationScoped
public class ClinicClock {

    private final ClockOffsets offsets;

    ClinicClock(ClockOffsets offsets) {
        this.offsets = offsets;
    }

    /** Clinic time of the running operation; real time when none is running. */
    public Instant now() {
        return Operation.isRunning() ? real().plusSeconds(Operation.current().offsetSeconds()) : real();
    }

    /** The present time of a clinic, running operation or not. */
    public Instant nowFor(UUID clinicId) {
        return real().plusSeconds(offsets.secondsOf(clinicId));
    }

    /** Real time, for leases, heartbeats, tokens and the age of knowledge. */
    public Instant real() {
        return RealTime.now();
    }
}
