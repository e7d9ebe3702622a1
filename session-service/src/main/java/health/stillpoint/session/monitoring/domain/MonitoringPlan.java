package health.stillpoint.session.monitoring.domain;

import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.vitals.domain.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * When vital signs are due after a dose, by route; minutes from the start of administration.
 *
 * <p>Dosing section 5.1 (docs/clinical-sources.md#monitoring-plan). After 120 minutes every 30 until recovery. A top-up is
 * a new administration: from its minute on the plan begins anew. A point is
 * late after 3 minutes in the first hour and after 10 minutes later, and missed after 15.
 */
public final class MonitoringPlan {

    /** How a reading stands to the plan. */
    public enum Timing {
        ON_TIME,
        LATE,
        /** Belongs to no point: an additional reading, always welcome. */
        EXTRA,
        /** Holds a value no instrument can truly show; never fills a point. */
        INVALID_READING
    }

    /** How a point stands at a moment. */
    public enum PointStatus { UPCOMING, DUE, LATE, MISSED, DONE, DONE_LATE }

    /** A reading's place in the plan; the point is null when it fills none. */
    public record Match(PlanPoint point, Timing timing) {
    }

    static final Duration LATE_IN_FIRST_HOUR = Duration.ofMinutes(3);
    static final Duration LATE_AFTERWARDS = Duration.ofMinutes(10);
    public static final Duration MISSED_AFTER = Duration.ofMinutes(15);
    /** How early a reading may be and still be the point's own (P). */
    static final Duration EARLY = Duration.ofMinutes(2);
    private static final int FIRST_HOUR = 60;
    private static final int THEN_EVERY = 30;
    private static final int LAST_LISTED = 120;

    private final List<PlanPoint> listed;
    private final int begunAt;

    private MonitoringPlan(List<PlanPoint> listed, int begunAt) {
        this.listed = listed;
        this.begunAt = begunAt;
    }

    public static MonitoringPlan of(Route route) {
        return new MonitoringPlan(switch (route) {
            case SL -> points(List.of(0, 15, 30, 45, 60, 90, 120), Set.of(30, 120));
            case IM, SC -> points(List.of(0, 5, 10, 15, 20, 30, 40, 60, 90, 120), Set.of(30, 120));
            case IV -> points(List.of(0, 5, 10, 15, 20, 30, 40, 50, 60, 75, 90, 120), Set.of(40, 120));
            case IN -> points(List.of(0, 15, 30, 40, 60, 90, 120), Set.of(40, 120));
        }, 0);
    }

    /** What was due before that minute, then everything again counted from it. */
    public MonitoringPlan begunAnewAt(int minute) {
        List<PlanPoint> points = new ArrayList<>(pointsUntil(Duration.ofMinutes(minute)).stream().filter(point -> point.minute() < minute).toList());
        listed.forEach(point -> points.add(new PlanPoint(point.minute() + minute, point.withScales())));
        return new MonitoringPlan(points, minute);
    }

    /** The listed points and, after the last of them, every 30 minutes up to the given moment. */
    public List<PlanPoint> pointsUntil(Duration sinceStart) {
        List<PlanPoint> all = new ArrayList<>(listed);
        for (int minute = begunAt + LAST_LISTED + THEN_EVERY; minute <= sinceStart.toMinutes(); minute += THEN_EVERY) {
            all.add(new PlanPoint(minute, false));
        }
        return all;
    }

    /** True for a point of the table; what comes after minute 120 is asked only until recovery. */
    public boolean listed(PlanPoint point) {
        return point.minute() <= begunAt + LAST_LISTED;
    }

    /** The nearest point a reading can fill; a point already filled, or one whose values are incomplete, is not filled. */
    public Match match(Instant doseStartedAt, VitalSigns reading, Set<Integer> filledMinutes) {
        if (!reading.valid()) {
            return new Match(null, Timing.INVALID_READING);
        }
        Duration since = Duration.between(doseStartedAt, reading.measuredAt());
        Optional<PlanPoint> nearest = pointsUntil(since.plus(EARLY)).stream()
                .filter(point -> since.plus(EARLY).compareTo(at(point)) >= 0)
                .filter(point -> since.compareTo(at(point).plus(MISSED_AFTER)) <= 0)
                .min(Comparator.comparing(point -> since.minus(at(point)).abs()));
        if (nearest.isEmpty() || filledMinutes.contains(nearest.get().minute()) || !complete(nearest.get(), reading)) {
            return new Match(null, Timing.EXTRA);
        }
        PlanPoint point = nearest.get();
        boolean late = since.compareTo(at(point).plus(tolerance(point))) > 0;
        return new Match(point, late ? Timing.LATE : Timing.ON_TIME);
    }

    /** Where an unfilled point stands so long after the start of administration. */
    public PointStatus status(PlanPoint point, Duration sinceStart) {
        if (sinceStart.compareTo(at(point)) < 0) {
            return PointStatus.UPCOMING;
        }
        if (sinceStart.compareTo(at(point).plus(MISSED_AFTER)) > 0) {
            return PointStatus.MISSED;
        }
        return sinceStart.compareTo(at(point).plus(tolerance(point))) > 0 ? PointStatus.LATE : PointStatus.DUE;
    }

    private static boolean complete(PlanPoint point, VitalSigns reading) {
        return reading.fullSet() && (!point.withScales() || reading.withScales());
    }

    private Duration tolerance(PlanPoint point) {
        boolean firstHour = point.minute() <= FIRST_HOUR || point.minute() >= begunAt && point.minute() <= begunAt + FIRST_HOUR;
        return firstHour ? LATE_IN_FIRST_HOUR : LATE_AFTERWARDS;
    }

    private static Duration at(PlanPoint point) {
        return Duration.ofMinutes(point.minute());
    }

    private static List<PlanPoint> points(List<Integer> minutes, Set<Integer> withScales) {
        return minutes.stream().map(minute -> new PlanPoint(minute, withScales.contains(minute))).toList();
    }
}
