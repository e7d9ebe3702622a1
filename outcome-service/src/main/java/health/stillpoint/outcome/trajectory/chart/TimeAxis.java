package health.stillpoint.outcome.trajectory.chart;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.TreeSet;

/** Places moments on the horizontal axis that all panels share. */
final class TimeAxis {

    private static final double LABEL_WIDTH = 78;

    private final Instant first;
    private final double span;
    private final double left;
    private final double width;
    private final List<Instant> moments;

    TimeAxis(Collection<Instant> moments, double left, double width) {
        this.moments = new ArrayList<>(new TreeSet<>(moments));
        Instant earliest = Collections.min(moments);
        Instant latest = Collections.max(moments);
        Duration margin = latest.equals(earliest)
                ? Duration.ofDays(1)
                : Duration.between(earliest, latest).dividedBy(16);
        this.first = earliest.minus(margin);
        this.span = Duration.between(first, latest.plus(margin)).toMillis();
        this.left = left;
        this.width = width;
    }

    double at(Instant moment) {
        return left + width * Duration.between(first, moment).toMillis() / span;
    }

    /** The days worth a label: those of the moments, as many as find room. */
    List<Label> labels() {
        List<Label> labels = new ArrayList<>();
        for (Instant moment : moments) {
            LocalDate day = moment.atZone(ZoneOffset.UTC).toLocalDate();
            double x = at(moment);
            if (labels.isEmpty() || x - labels.getLast().x() >= LABEL_WIDTH && !day.equals(labels.getLast().day())) {
                labels.add(new Label(x, day));
            }
        }
        return labels;
    }

    /** A day on the axis (UTC). */
    record Label(double x, LocalDate day) {}
}
