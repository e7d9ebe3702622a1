package health.stillpoint.outcome.trajectory.domain;

import health.stillpoint.outcome.assessment.domain.AdministeredDose;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.instrument.domain.Change;
import health.stillpoint.outcome.instrument.domain.Instrument;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.response.domain.Baseline;
import health.stillpoint.outcome.response.domain.ScoredPoint;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * How a patient's scores moved over the treatment, instrument by instrument.
 *
 * @param patient whose course it is
 * @param primary the instrument that decides about the outcome; absent while the diagnosis is not known
 * @param series one for each instrument answered, the primary endpoint first
 * @param doses the doses given, first one first
 */
public record Trajectory(
        PatientId patient, Optional<InstrumentCode> primary, List<Series> series, List<AdministeredDose> doses) {

    /** The scores of one instrument in the order they were answered. */
    public record Series(Instrument instrument, Optional<ScoredPoint> baseline, List<Point> points) {}

    /** A score and what it means against the baseline; the baseline itself and incomplete scores have no change. */
    public record Point(ScoredPoint scored, Optional<Change> change) {}

    /** Draws the course from a patient's current responses. */
    public static Trajectory of(
            PatientId patient,
            Optional<InstrumentCode> primary,
            List<ScoredPoint> responses,
            List<AdministeredDose> doses,
            InstrumentCatalogue catalogue) {
        Map<InstrumentCode, List<ScoredPoint>> byInstrument = new LinkedHashMap<>();
        primary.ifPresent(code -> byInstrument.put(code, new ArrayList<>()));
        responses.forEach(response ->
                byInstrument.computeIfAbsent(response.instrument(), _ -> new ArrayList<>()).add(response));
        List<Series> series = byInstrument.entrySet().stream()
                .filter(entry -> !entry.getValue().isEmpty())
                .map(entry -> series(catalogue.withCode(entry.getKey()), entry.getValue()))
                .toList();
        return new Trajectory(patient, primary, series, doses);
    }

    private static Series series(Instrument instrument, List<ScoredPoint> responses) {
        Optional<ScoredPoint> baseline = Baseline.among(responses);
        return new Series(
                instrument,
                baseline,
                responses.stream().map(point -> new Point(point, change(instrument, baseline, point))).toList());
    }

    private static Optional<Change> change(Instrument instrument, Optional<ScoredPoint> baseline, ScoredPoint point) {
        if (point.timePoint().isBeforeFirstDose()) {
            return Optional.empty();
        }
        return baseline.flatMap(ScoredPoint::total)
                .flatMap(before -> point.total().map(now -> Change.between(instrument, point.variant(), before, now)));
    }
}
