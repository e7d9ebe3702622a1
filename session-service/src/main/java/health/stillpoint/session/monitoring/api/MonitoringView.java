package health.stillpoint.session.monitoring.api;

import health.stillpoint.session.monitoring.Monitoring;
import health.stillpoint.session.monitoring.domain.MonitoringPlan;
import java.time.Instant;
import java.util.List;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** The readings of a session beside its monitoring plan. */
public record MonitoringView(List<VitalSignsView> items, List<PointView> plan,
        @Schema(description = "Five minutes after the last reading while an alert is near; absent when nothing is due") Instant nextReadingDueAt) {

    /** A point of the plan. */
    public record PointView(@Schema(description = "Minutes from the start of administration") int minute, Instant dueAt,
            @Schema(description = "CADSS or CADSS6 and SUDS are asked too") boolean withScales, MonitoringPlan.PointStatus status) {
    }

    static MonitoringView of(Monitoring.Overview overview) {
        return new MonitoringView(overview.sets().stream().map(VitalSignsView::of).toList(),
                overview.plan().stream().map(point -> new PointView(point.point().minute(), point.dueAt(), point.point().withScales(), point.status())).toList(),
                overview.nextReadingDueAt());
    }

    @Override
    public String toString() {
        return "MonitoringView[" + items.size() + "]";
    }
}
