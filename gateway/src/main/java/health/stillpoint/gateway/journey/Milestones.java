package health.stillpoint.gateway.journey;

import health.stillpoint.gateway.journey.JourneyView.AssessmentSummary;
import health.stillpoint.gateway.journey.JourneyView.ConsentSummary;
import health.stillpoint.gateway.journey.JourneyView.CourseSummary;
import health.stillpoint.gateway.journey.JourneyView.IntegrationTaskSummary;
import health.stillpoint.gateway.journey.JourneyView.SessionSummary;
import health.stillpoint.gateway.journey.JourneyView.TrajectoryPoint;
import health.stillpoint.gateway.journey.Milestone.Kind;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.UUID;

/** Puts the moments of all sections into one line of time. */
final class Milestones {

    private final List<Milestone> found = new ArrayList<>();

    Milestones consents(Section<List<ConsentSummary>> section) {
        for (ConsentSummary it : entries(section)) {
            add(it.signedAt(), Kind.CONSENT_SIGNED, it.id());
            add(it.withdrawnAt(), Kind.CONSENT_WITHDRAWN, it.id());
            add(it.withdrawnAt() == null ? it.expiresAt() : null, Kind.CONSENT_EXPIRES, it.id());
        }
        return this;
    }

    Milestones courses(Section<List<CourseSummary>> section) {
        for (CourseSummary it : entries(section)) {
            add(it.plannedAt(), Kind.COURSE_PLANNED, it.id());
            add(it.endedAt(), Kind.COURSE_ENDED, it.id());
        }
        return this;
    }

    Milestones sessions(Section<List<SessionSummary>> section) {
        for (SessionSummary it : entries(section)) {
            add(it.plannedStart(), Kind.SESSION_PLANNED, it.id());
            add(it.checkedInAt(), Kind.SESSION_CHECKED_IN, it.id());
            add(it.dischargedAt(), Kind.SESSION_DISCHARGED, it.id());
            add(it.completedAt(), Kind.SESSION_COMPLETED, it.id());
        }
        return this;
    }

    Milestones integrationTasks(Section<List<IntegrationTaskSummary>> section) {
        for (IntegrationTaskSummary it : entries(section)) {
            add(it.dueAt(), Kind.INTEGRATION_DUE, it.id());
            add(it.completedAt(), Kind.INTEGRATION_COMPLETED, it.id());
        }
        return this;
    }

    Milestones assessments(Section<List<AssessmentSummary>> section) {
        for (AssessmentSummary it : entries(section)) {
            add(it.dueAt(), Kind.ASSESSMENT_DUE, it.id());
            add(it.completedAt(), Kind.ASSESSMENT_COMPLETED, it.id());
        }
        return this;
    }

    Milestones scores(Section<List<TrajectoryPoint>> section) {
        entries(section).forEach(it -> add(it.answeredAt(), Kind.SCORED, null));
        return this;
    }

    /** Earliest first; at one moment, in the order of {@link Kind}. */
    List<Milestone> inOrder() {
        return found.stream().sorted(Comparator.comparing(Milestone::at).thenComparing(Milestone::kind)).toList();
    }

    private void add(Instant at, Kind kind, UUID id) {
        if (at != null) {
            found.add(new Milestone(at, kind, id));
        }
    }

    private static <T> List<T> entries(Section<List<T>> section) {
        return section.isShown() ? section.data() : List.of();
    }
}
