package health.stillpoint.outcome.assessment.domain;

import java.util.Optional;

/** Windows and batteries of all time points; data, shipped with the service. */
public interface Schedule {

    /** When a time point may be answered; absent for one that is answered on demand. */
    Optional<WindowRule> windowOf(TimePoint timePoint);

    /** What is answered at a time point. */
    Battery batteryOf(TimePoint timePoint);
}
