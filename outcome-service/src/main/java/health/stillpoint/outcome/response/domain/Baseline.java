package health.stillpoint.outcome.response.domain;

import health.stillpoint.outcome.assessment.domain.TimePoint;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/**
 * Which score the later ones are compared with: the BASELINE response; if it is missing, the SCREEN one; never one given
 * after a dose (schedules.md section 3). Of several the last one counts.
 */
public final class Baseline {

    private Baseline() {}

    /** The baseline among a patient's responses to one instrument. */
    public static Optional<ScoredPoint> among(List<ScoredPoint> points) {
        return last(points, TimePoint.BASELINE).or(() -> last(points, TimePoint.SCREEN));
    }

    private static Optional<ScoredPoint> last(List<ScoredPoint> points, TimePoint timePoint) {
        return points.stream()
                .filter(point -> point.timePoint() == timePoint && point.total().isPresent())
                .max(Comparator.comparing(ScoredPoint::answeredAt));
    }
}
