package health.stillpoint.outcome.trajectory.chart;

import health.stillpoint.outcome.assessment.domain.AdministeredDose;
import health.stillpoint.outcome.instrument.domain.Band;
import health.stillpoint.outcome.instrument.domain.Direction;
import health.stillpoint.outcome.instrument.domain.ScoringRules;
import health.stillpoint.outcome.response.domain.ScoredPoint;
import health.stillpoint.outcome.trajectory.domain.Trajectory;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * The course of a patient's scores as a picture: one panel for each instrument under one time axis, with the severity
 * bands behind the line and the doses as dashed lines. Says everything in words too, and names nobody.
 */
public final class TrajectoryChart {

    private static final double WIDTH = 820;
    private static final double LEFT = 52;
    private static final double PLOT_WIDTH = 610;
    private static final double TOP = 56;
    private static final double PANEL = 184;
    private static final double PLOT_HEIGHT = 118;
    private static final double LEAST_BAND_FOR_LABEL = 10;

    private static final String INK = "#1f2933";
    private static final String FAINT = "#52606d";
    private static final String LINE = "#0b5394";
    private static final String DOSE = "#8a3ffc";
    /** Band tints from best to worst; their order is readable without color. */
    private static final List<String> TINTS = List.of("#f4f9f4", "#eef3e2", "#fdf3d8", "#fbe5cf", "#f8d7cd", "#efc6c6", "#e5b5b9");

    private final Trajectory trajectory;
    private final List<Trajectory.Series> series;
    private final Svg svg = new Svg();

    private TrajectoryChart(Trajectory trajectory) {
        this.trajectory = trajectory;
        this.series = trajectory.series().stream().filter(one -> !totals(one).isEmpty()).toList();
    }

    /** The chart as an SVG document. */
    public static String of(Trajectory trajectory) {
        return new TrajectoryChart(trajectory).drawn();
    }

    private String drawn() {
        if (series.isEmpty()) {
            svg.open(WIDTH, 120, "Course of scores", "No scores yet.");
            svg.text(WIDTH / 2, 64, 16, Svg.Anchor.MIDDLE, FAINT, false, "No scores yet");
            return svg.close();
        }
        double height = TOP + series.size() * PANEL + 8;
        svg.open(WIDTH, height, "Course of scores", description());
        svg.text(16, 26, 18, Svg.Anchor.START, INK, true, "Course of scores");
        svg.text(16, 44, 12, Svg.Anchor.START, FAINT, false,
                "Filled point: all items answered. Open point: prorated for missing items. Dashed line: dose (D)."
                        + " Dotted line: baseline.");
        TimeAxis time = new TimeAxis(moments(), LEFT, PLOT_WIDTH);
        for (int i = 0; i < series.size(); i++) {
            panel(series.get(i), TOP + i * PANEL, time);
        }
        return svg.close();
    }

    private List<Instant> moments() {
        return Stream.concat(
                        series.stream().flatMap(one -> totals(one).stream()).map(ScoredPoint::answeredAt),
                        trajectory.doses().stream().map(AdministeredDose::endedAt))
                .toList();
    }

    private void panel(Trajectory.Series one, double top, TimeAxis time) {
        ScoringRules rules = one.instrument().scoring();
        Scale scale = new Scale(rules.total().minimum(), rules.total().maximum(), top + 30, PLOT_HEIGHT);
        svg.group(one.instrument().name());
        svg.text(16, top + 16, 14, Svg.Anchor.START, INK, true, one.instrument().code().value());
        svg.text(LEFT + PLOT_WIDTH, top + 16, 12, Svg.Anchor.END, FAINT, false, hint(one.instrument().direction()));
        bands(one, rules, scale);
        frame(scale);
        doses(time, scale);
        baseline(one, scale);
        points(one, time, scale);
        time.labels().forEach(label ->
                svg.text(label.x(), scale.bottom() + 16, 11, Svg.Anchor.MIDDLE, FAINT, false, label.day().toString()));
        svg.endGroup();
    }

    private static String hint(Direction direction) {
        return switch (direction) {
            case LOWER_BETTER -> "lower is better";
            case HIGHER_BETTER -> "higher is better";
            case NEUTRAL -> "neither way is better";
        };
    }

    private void bands(Trajectory.Series one, ScoringRules rules, Scale scale) {
        List<Band> bands = rules.bandsFor(totals(one).getLast().variant());
        for (int i = 0; i < bands.size(); i++) {
            Band band = bands.get(i);
            int rank = one.instrument().direction() == Direction.HIGHER_BETTER ? bands.size() - 1 - i : i;
            double upper = i == bands.size() - 1 ? scale.at(band.to()) : scale.at(band.to() + 0.5);
            double lower = i == 0 ? scale.at(band.from()) : scale.at(band.from() - 0.5);
            svg.rectangle(LEFT, upper, PLOT_WIDTH, lower - upper, tint(rank, bands.size()));
            if (lower - upper >= LEAST_BAND_FOR_LABEL) {
                svg.text(LEFT + PLOT_WIDTH + 8, (upper + lower) / 2 + 4, 11, Svg.Anchor.START, FAINT, false,
                        words(band.code()) + " " + band.from() + "–" + band.to());
            }
        }
    }

    private static String tint(int rank, int bands) {
        return TINTS.get(bands == 1 ? 0 : rank * (TINTS.size() - 1) / (bands - 1));
    }

    private static String words(String code) {
        String lower = code.toLowerCase(Locale.ROOT).replace('_', ' ');
        return Character.toUpperCase(lower.charAt(0)) + lower.substring(1);
    }

    private void frame(Scale scale) {
        svg.line(LEFT, scale.bottom(), LEFT + PLOT_WIDTH, scale.bottom(), FAINT, 1, "");
        svg.line(LEFT, scale.top(), LEFT, scale.bottom(), FAINT, 1, "");
        for (double value : List.of(scale.minimum(), Math.floor((scale.minimum() + scale.maximum()) / 2), scale.maximum())) {
            svg.line(LEFT - 4, scale.at(value), LEFT, scale.at(value), FAINT, 1, "");
            svg.text(LEFT - 8, scale.at(value) + 4, 11, Svg.Anchor.END, FAINT, false, number(value));
        }
    }

    private void doses(TimeAxis time, Scale scale) {
        double lastLabel = 0;
        for (AdministeredDose dose : trajectory.doses()) {
            double x = time.at(dose.endedAt());
            svg.line(x, scale.top(), x, scale.bottom(), DOSE, 1.2, "4 3");
            if (x - lastLabel >= 18) {
                svg.text(x, scale.top() - 3, 10, Svg.Anchor.MIDDLE, DOSE, true, "D" + dose.number());
                lastLabel = x;
            }
        }
    }

    private void baseline(Trajectory.Series one, Scale scale) {
        one.baseline().flatMap(ScoredPoint::total).ifPresent(total -> {
            double y = scale.at(total.total().doubleValue());
            svg.line(LEFT, y, LEFT + PLOT_WIDTH, y, FAINT, 1, "1 3");
        });
    }

    private void points(Trajectory.Series one, TimeAxis time, Scale scale) {
        List<ScoredPoint> points = totals(one);
        svg.polyline(
                points.stream()
                        .map(point -> Svg.length(time.at(point.answeredAt())) + "," + Svg.length(scale.at(total(point))))
                        .collect(Collectors.joining(" ")),
                LINE);
        for (ScoredPoint point : points) {
            double x = time.at(point.answeredAt());
            double y = scale.at(total(point));
            boolean prorated = point.total().orElseThrow().prorated();
            svg.circle(x, y, 4, prorated ? "#ffffff" : LINE, LINE, spoken(point));
            double above = y - scale.top() < 16 ? y + 18 : y - 9;
            svg.text(x, above, 12, Svg.Anchor.MIDDLE, INK, true, plain(point));
        }
    }

    private String description() {
        String scores = series.stream()
                .map(one -> one.instrument().code() + ": "
                        + totals(one).stream().map(TrajectoryChart::spoken).collect(Collectors.joining("; "))
                        + latestStatus(one))
                .collect(Collectors.joining(". "));
        String doses = trajectory.doses().isEmpty()
                ? "No dose yet"
                : "Doses: " + trajectory.doses().stream()
                        .map(dose -> "number " + dose.number() + " on " + day(dose.endedAt()))
                        .collect(Collectors.joining(", "));
        return scores + ". " + doses + ".";
    }

    private static String latestStatus(Trajectory.Series one) {
        return Optional.of(one.points().getLast())
                .flatMap(Trajectory.Point::change)
                .filter(change -> !change.statuses().isEmpty())
                .map(change -> " (now " + change.statuses().stream()
                        .map(status -> status.name().toLowerCase(Locale.ROOT).replace('_', ' '))
                        .collect(Collectors.joining(", ")) + ")")
                .orElse("");
    }

    private static String spoken(ScoredPoint point) {
        String band = point.band().map(code -> ", " + words(code).toLowerCase(Locale.ROOT)).orElse("");
        String prorated = point.total().orElseThrow().prorated() ? ", prorated" : "";
        return plain(point) + " on " + day(point.answeredAt()) + band + prorated;
    }

    private static String day(Instant moment) {
        return moment.atZone(ZoneOffset.UTC).toLocalDate().toString();
    }

    private static double total(ScoredPoint point) {
        return point.total().orElseThrow().total().doubleValue();
    }

    private static String plain(ScoredPoint point) {
        return point.total().orElseThrow().total().toPlainString();
    }

    private static String number(double value) {
        return BigDecimal.valueOf(value).stripTrailingZeros().toPlainString();
    }

    private static List<ScoredPoint> totals(Trajectory.Series one) {
        List<ScoredPoint> points = new ArrayList<>();
        one.points().stream()
                .map(Trajectory.Point::scored)
                .filter(point -> point.total().isPresent())
                .forEach(points::add);
        return points;
    }

    /** The vertical axis of a panel. */
    private record Scale(double minimum, double maximum, double top, double height) {

        double at(double value) {
            return top + height * (maximum - value) / (maximum - minimum);
        }

        double bottom() {
            return top + height;
        }
    }
}
