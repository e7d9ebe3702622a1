package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.programme.domain.ProgrammeFact.TimePoint;
import java.util.Arrays;
import java.util.Optional;

/** The time points the programme waits for, among all that outcome-service names. */
final class TimePoints {

    private TimePoints() { }

    static Optional<TimePoint> awaited(String code) {
        return Arrays.stream(TimePoint.values()).filter(point -> point.name().equals(code)).findFirst();
    }
}
