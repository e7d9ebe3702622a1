package health.stillpoint.kit.time;

import java.util.UUID;

/** How far each clinic's clock is ahead of real time. */
public interface ClockOffsets {

    /** Seconds ahead; 0 for a clinic that is not a sandbox. */
    long secondsOf(UUID clinicId);
}
