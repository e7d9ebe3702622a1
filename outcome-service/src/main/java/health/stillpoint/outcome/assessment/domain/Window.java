package health.stillpoint.outcome.assessment.domain;

import java.time.Instant;
import java.util.Optional;

/**
 * The closed interval in which an assessment may be answered (clinic time, UTC).
 *
 * @param opensAt first moment
 * @param dueAt intended moment
 * @param closesAt last moment; absent while it depends on something not yet known, such as the first dose
 * @param lateUntil last moment for a late answer, if any is taken
 */
public record Window(Instant opensAt, Instant dueAt, Optional<Instant> closesAt, Optional<Instant> lateUntil) {

    /** A window that is open from now on until something closes it. */
    public static Window openFrom(Instant opensAt) {
        return new Window(opensAt, opensAt, Optional.empty(), Optional.empty());
    }

    /** The same window, ended. */
    public Window closedAt(Instant moment) {
        return new Window(opensAt, dueAt, Optional.of(moment), Optional.empty());
    }

    /** The moment after which nothing is taken, if there is one. */
    public Optional<Instant> lastMoment() {
        return lateUntil.or(() -> closesAt);
    }

    /** Tells whether it has not opened yet. */
    public boolean isAhead(Instant moment) {
        return moment.isBefore(opensAt);
    }

    /** Tells whether nothing is taken any more. */
    public boolean isOver(Instant moment) {
        return lastMoment().filter(moment::isAfter).isPresent();
    }

    /** Tells whether an answer is taken but comes after the window. */
    public boolean isLate(Instant moment) {
        return !isOver(moment) && closesAt.filter(moment::isAfter).isPresent();
    }
}
