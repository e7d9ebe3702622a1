package health.stillpoint.outcome.trajectory.api;

import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonProperty;
import health.stillpoint.outcome.assessment.domain.AdministeredDose;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.api.ChangeView;
import health.stillpoint.outcome.instrument.api.InstrumentView;
import health.stillpoint.outcome.instrument.domain.Direction;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.ScoreStatus;
import health.stillpoint.outcome.instrument.domain.ScoredTotal;
import health.stillpoint.outcome.instrument.domain.ScoringRules;
import health.stillpoint.outcome.instrument.domain.Variant;
import health.stillpoint.outcome.response.domain.ScoredPoint;
import health.stillpoint.outcome.trajectory.domain.Trajectory;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** How a patient's scores moved over the treatment. Moments are clinic time in UTC. */
@Schema(name = "Trajectory")
public record TrajectoryView(
        UUID patientId,
        @Schema(description = "Instrument that decides about the outcome", examples = "LSAS_SR")
                String primaryInstrument,
        @Schema(description = "One for each instrument answered, the primary endpoint first") List<SeriesView> series,
        @Schema(description = "Doses given, first one first") List<DoseView> doses) {

    /** The scores of one instrument. */
    @Schema(name = "TrajectorySeries")
    public record SeriesView(
            @Schema(examples = "OASIS") String instrument,
            String name,
            Direction direction,
            InstrumentView.Scale total,
            List<InstrumentView.BandView> bands,
            @Schema(description = "What later scores are compared with; absent without a complete baseline")
                    PointView baseline,
            List<PointView> points) {}

    /** A score at a time point. A null says that there is no total, or that the rule has no answer here. */
    @Schema(name = "TrajectoryPoint")
    @JsonInclude(JsonInclude.Include.ALWAYS)
    public record PointView(
            UUID responseId,
            UUID assessmentId,
            TimePoint timePoint,
            Instant answeredAt,
            ScoreStatus status,
            @Schema(nullable = true) BigDecimal total,
            @Schema(nullable = true) String band,
            @JsonProperty("case") @Schema(nullable = true) Boolean clinicalCase,
            @JsonInclude(JsonInclude.Include.NON_NULL)
                    @Schema(description = "Against the baseline; none for the baseline itself")
                    ChangeView change) {

        @Override
        public String toString() {
            return "PointView[responseId=" + responseId + "]";
        }
    }

    /** A dose given. */
    @Schema(name = "TrajectoryDose")
    public record DoseView(UUID doseId, UUID courseId, int number, String level, Instant administrationEndedAt) {}

    static TrajectoryView of(Trajectory trajectory) {
        return new TrajectoryView(
                trajectory.patient().value(),
                trajectory.primary().map(InstrumentCode::value).orElse(null),
                trajectory.series().stream().map(TrajectoryView::series).toList(),
                trajectory.doses().stream().map(TrajectoryView::dose).toList());
    }

    private static SeriesView series(Trajectory.Series series) {
        ScoringRules rules = series.instrument().scoring();
        Variant variant = series.points().getLast().scored().variant();
        return new SeriesView(
                series.instrument().code().value(),
                series.instrument().name(),
                series.instrument().direction(),
                new InstrumentView.Scale(rules.total().minimum(), rules.total().maximum()),
                rules.bandsFor(variant).stream().map(InstrumentView.BandView::of).toList(),
                series.baseline().map(baseline -> point(baseline, null)).orElse(null),
                series.points().stream()
                        .map(point -> point(
                                point.scored(), point.change().map(ChangeView::of).orElse(null)))
                        .toList());
    }

    private static PointView point(ScoredPoint scored, ChangeView change) {
        return new PointView(
                scored.id().value(),
                scored.assessmentId(),
                scored.timePoint(),
                scored.answeredAt(),
                scored.status(),
                scored.total().map(ScoredTotal::total).orElse(null),
                scored.band().orElse(null),
                scored.total().map(total -> total.caseness().orNull()).orElse(null),
                change);
    }

    private static DoseView dose(AdministeredDose dose) {
        return new DoseView(dose.id(), dose.courseId(), dose.number(), dose.level(), dose.endedAt());
    }

    @Override
    public String toString() {
        return "TrajectoryView[patientId=" + patientId + "]";
    }
}
