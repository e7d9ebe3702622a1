package health.stillpoint.patient.dosing.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * What session-service has told of a person's courses and doses. Everything is kept by its id, so neither the order in which
 * facts arrive nor their repetition changes what it says.
 *
 * @param doses by dose id
 * @param recoveries by session id: when every recovery criterion was met
 * @param courses by course id
 * @param coursesEnded by course id: when it ended
 */
public record DosingHistory(
        Map<UUID, Dose> doses,
        Map<UUID, Instant> recoveries,
        Map<UUID, Course> courses,
        Map<UUID, Instant> coursesEnded) {

    /** Nothing heard. */
    public static final DosingHistory NONE = new DosingHistory(Map.of(), Map.of(), Map.of(), Map.of());

    private static final Comparator<Map.Entry<UUID, Course>> BY_PLANNING = Comparator
            .comparing((Map.Entry<UUID, Course> course) -> course.getValue().plannedAt())
            .thenComparing(Map.Entry::getKey);

    public DosingHistory {
        doses = Map.copyOf(doses);
        recoveries = Map.copyOf(recoveries);
        courses = Map.copyOf(courses);
        coursesEnded = Map.copyOf(coursesEnded);
    }

    /**
     * One dose given.
     *
     * @param startedAt start of administration, UTC; null when not told
     * @param endedAt end of administration, UTC
     */
    public record Dose(UUID sessionId, Route route, Instant startedAt, Instant endedAt) {

        /** A dose acts from its start; what is told without one is known to act from its end alone. */
        Instant actsFrom() {
            return startedAt == null ? endedAt : startedAt;
        }
    }

    /**
     * One course planned.
     *
     * @param route null when not told
     */
    public record Course(Route route, Instant plannedAt) { }

    public DosingHistory with(UUID doseId, Dose dose) {
        return new DosingHistory(and(doses, doseId, dose), recoveries, courses, coursesEnded);
    }

    public DosingHistory recovered(UUID sessionId, Instant at) {
        return new DosingHistory(doses, and(recoveries, sessionId, at), courses, coursesEnded);
    }

    public DosingHistory planned(UUID courseId, Course course) {
        return new DosingHistory(doses, recoveries, and(courses, courseId, course), coursesEnded);
    }

    public DosingHistory ended(UUID courseId, Instant at) {
        return new DosingHistory(doses, recoveries, courses, and(coursesEnded, courseId, at));
    }

    /** What was heard of two records that are one person's. */
    public DosingHistory with(DosingHistory other) {
        return new DosingHistory(and(doses, other.doses), and(recoveries, other.recoveries), and(courses, other.courses),
                and(coursesEnded, other.coursesEnded));
    }

    private static <V> Map<UUID, V> and(Map<UUID, V> known, UUID id, V value) {
        return and(known, Map.of(id, value));
    }

    private static <V> Map<UUID, V> and(Map<UUID, V> known, Map<UUID, V> heard) {
        Map<UUID, V> more = new HashMap<>(known);
        more.putAll(heard);
        return more;
    }

    /** End of the latest dose. */
    public Optional<Instant> lastDoseEndedAt() {
        return doses.values().stream().map(Dose::endedAt).max(Comparator.naturalOrder());
    }

    /** A dose after which no recovery is known: whoever has not been found recovered counts as sedated. */
    public boolean mayBeSedated() {
        return lastDoseEndedAt().filter(endedAt -> !isRecovered(endedAt, Instant.MAX)).isPresent();
    }

    /** Whether a dose begun by this moment had ended less than this long before it, or no recovery by then is known. */
    public boolean mayHaveActedAt(Instant moment, Duration afterDose) {
        return doses.values().stream()
                .filter(dose -> !moment.isBefore(dose.actsFrom()))
                .map(Dose::endedAt)
                .anyMatch(endedAt -> moment.isBefore(endedAt.plus(afterDose)) || !isRecovered(endedAt, moment));
    }

    private boolean isRecovered(Instant doseEndedAt, Instant by) {
        return recoveries.values().stream().anyMatch(recovered -> !recovered.isBefore(doseEndedAt) && !recovered.isAfter(by));
    }

    /** Sessions in which a dose was given; a top-up does not count again. */
    public int dosingSessions() {
        return (int) doses.values().stream().map(Dose::sessionId).distinct().count();
    }

    /** The course a consent signed at this moment covers: the one open then, else the first planned afterwards. */
    public Optional<UUID> courseCoveredFrom(Instant signedAt) {
        Optional<UUID> open = courses.entrySet().stream()
                .filter(course -> !course.getValue().plannedAt().isAfter(signedAt))
                .filter(course -> !isEndedBy(course.getKey(), signedAt))
                .max(BY_PLANNING)
                .map(Map.Entry::getKey);
        return open.or(() -> plannedAfter(signedAt).min(BY_PLANNING).map(Map.Entry::getKey));
    }

    private boolean isEndedBy(UUID courseId, Instant moment) {
        Instant ended = coursesEnded.get(courseId);
        return ended != null && !ended.isAfter(moment);
    }

    /** Whether a course other than the covered one was planned after signing. */
    public boolean hasAnotherCourseAfter(Instant signedAt) {
        UUID covered = courseCoveredFrom(signedAt).orElse(null);
        return plannedAfter(signedAt).anyMatch(course -> !course.getKey().equals(covered));
    }

    private Stream<Map.Entry<UUID, Course>> plannedAfter(Instant moment) {
        return courses.entrySet().stream().filter(course -> course.getValue().plannedAt().isAfter(moment));
    }

    /** The route a consent signed at this moment covers, where it names none: that of its course, else of the first dose after. */
    public Optional<Route> routeCoveredFrom(Instant signedAt) {
        return courseCoveredFrom(signedAt)
                .map(course -> courses.get(course).route())
                .or(() -> dosesAfter(signedAt).min(Comparator.comparing(Dose::endedAt)).map(Dose::route));
    }

    /** Whether any course planned or dose given after this moment takes another route. */
    public boolean hasOtherRouteAfter(Instant signedAt, Route covered) {
        Stream<Route> routes = Stream.concat(
                plannedAfter(signedAt).map(course -> course.getValue().route()), dosesAfter(signedAt).map(Dose::route));
        return routes.anyMatch(route -> route != null && route != covered);
    }

    /** Whether a dose was given since this course was planned; only one course is open at a time. Not known when = since ever. */
    public boolean mayHaveDosesIn(UUID courseId) {
        Course course = courses.get(courseId);
        return course == null ? !doses.isEmpty() : dosesAfter(course.plannedAt()).findAny().isPresent();
    }

    private Stream<Dose> dosesAfter(Instant moment) {
        return doses.values().stream().filter(dose -> dose.endedAt().isAfter(moment));
    }
}
