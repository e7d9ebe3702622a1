package health.stillpoint.session.announcement.messaging;

import health.stillpoint.kit.announce.Announcer;
import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.session.adverseevent.domain.AdverseEventRepository;
import health.stillpoint.session.adverseevent.messaging.AdverseEventReportedV1;
import health.stillpoint.session.appointment.messaging.AppointmentBookedV1;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.course.domain.CourseState;
import health.stillpoint.session.course.messaging.CourseCompletedV1;
import health.stillpoint.session.course.messaging.CoursePlannedV1;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.dose.domain.DoseRepository;
import health.stillpoint.session.dose.messaging.DoseAdministeredV1;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.eligibility.domain.StandingRepository;
import health.stillpoint.session.hold.domain.Hold;
import health.stillpoint.session.hold.domain.HoldRepository;
import health.stillpoint.session.hold.messaging.HoldClearedV1;
import health.stillpoint.session.hold.messaging.HoldPlacedV1;
import health.stillpoint.session.integration.domain.IntegrationTask;
import health.stillpoint.session.integration.domain.IntegrationTaskRepository;
import health.stillpoint.session.integration.messaging.IntegrationCompletedV1;
import health.stillpoint.session.recovery.domain.RecoveryRepository;
import health.stillpoint.session.recovery.messaging.SessionDischargedV1;
import health.stillpoint.session.session.domain.SessionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import java.util.function.Consumer;

/** Tells the present state of every patient once more, oldest first, so that a reader can rebuild its picture. */
@ApplicationScoped
class PresentState implements Announcer {

    private static final int PAGE = 200;
    private static final int ALL = 10_000;

    private final StandingRepository standings;
    private final CourseRepository courses;
    private final SessionRepository sessions;
    private final DoseRepository doses;
    private final RecoveryRepository recoveries;
    private final IntegrationTaskRepository tasks;
    private final HoldRepository holds;
    private final AdverseEventRepository adverseEvents;
    private final Charting charting;

    PresentState(StandingRepository standings, CourseRepository courses, SessionRepository sessions, DoseRepository doses,
            RecoveryRepository recoveries, IntegrationTaskRepository tasks, HoldRepository holds,
            AdverseEventRepository adverseEvents, Charting charting) {
        this.standings = standings;
        this.courses = courses;
        this.sessions = sessions;
        this.doses = doses;
        this.recoveries = recoveries;
        this.tasks = tasks;
        this.holds = holds;
        this.adverseEvents = adverseEvents;
        this.charting = charting;
    }

    @Override
    public void announce(UUID clinicId, Consumer<OutboundEvent> sink) {
        UUID after = null;
        List<Standing> page;
        do {
            page = standings.list(after, PAGE);
            page.forEach(standing -> announce(standing, sink));
            after = page.isEmpty() ? null : page.getLast().patientId();
        } while (page.size() == PAGE);
    }

    private void announce(Standing standing, Consumer<OutboundEvent> sink) {
        UUID patientId = standing.patientId();
        List<Dose> given = doses.ofPatientInFull(patientId);
        for (Course course : courses.list(patientId, null, ALL)) {
            tell(sink, CoursePlannedV1.TYPE, patientId, course.plannedAt(), CoursePlannedV1.of(course, standing.primaryDiagnosis()));
            given.stream().filter(dose -> dose.courseId().equals(course.id()) && !dose.topUp()).forEach(dose -> announce(dose, sink));
            if (!course.open()) {
                tell(sink, CourseCompletedV1.TYPE, patientId, course.endedAt(), CourseCompletedV1.of(course, outcome(course)));
            }
        }
        Instant now = charting.now();
        sessions.plannedOf(patientId).forEach(session -> tell(sink, AppointmentBookedV1.TYPE, patientId, now, AppointmentBookedV1.of(session)));
        holds.list(patientId, false, now, null, ALL).forEach(hold -> announce(hold, now, sink));
        adverseEvents.latestOf(patientId).forEach(report ->
                tell(sink, AdverseEventReportedV1.TYPE, patientId, report.reportedAt(), AdverseEventReportedV1.of(report)));
    }

    private void announce(Dose dose, Consumer<OutboundEvent> sink) {
        tell(sink, DoseAdministeredV1.TYPE, dose.patientId(), dose.administrationEndedAt(), DoseAdministeredV1.of(dose));
        recoveries.dischargeOf(dose.sessionId()).ifPresent(discharge -> tell(sink, SessionDischargedV1.TYPE, dose.patientId(),
                discharge.dischargedAt(), SessionDischargedV1.of(discharge, dose.courseId())));
        tasks.ofDose(dose.id()).filter(IntegrationTask::completed).ifPresent(task -> tell(sink, IntegrationCompletedV1.TYPE,
                dose.patientId(), task.completedAt(), IntegrationCompletedV1.of(task)));
    }

    private void announce(Hold hold, Instant now, Consumer<OutboundEvent> sink) {
        tell(sink, HoldPlacedV1.TYPE, hold.patientId(), hold.placedAt(), HoldPlacedV1.of(hold));
        if (!hold.openAt(now)) {
            tell(sink, HoldClearedV1.TYPE, hold.patientId(), hold.clearedAt(), HoldClearedV1.of(hold));
        }
    }

    private static String outcome(Course course) {
        if (course.state() == CourseState.STOPPED) {
            return "STOPPED";
        }
        return course.hasDosesLeft() ? "COMPLETED_EARLY" : "PLAN_COMPLETED";
    }

    private static void tell(Consumer<OutboundEvent> sink, String type, UUID patientId, Instant at, Object data) {
        sink.accept(new OutboundEvent(Ids.next(), type, patientId, at, data));
    }
}
