package health.stillpoint.session.appointment;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.appointment.domain.BookingRefusalReason;
import health.stillpoint.session.careteam.CareTeams;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.integration.domain.IntegrationTask;
import health.stillpoint.session.integration.domain.IntegrationTaskRepository;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import health.stillpoint.session.session.domain.SessionKind;
import health.stillpoint.session.session.domain.SessionRepository;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Books sessions with a practitioner and a room, and calls them off. */
@ApplicationScoped
public class Appointments {

    private final SessionRepository sessions;
    private final CourseRepository courses;
    private final IntegrationTaskRepository tasks;
    private final CareTeams careTeams;
    private final Charting charting;
    private final AppointmentEvents events;

    Appointments(SessionRepository sessions, CourseRepository courses, IntegrationTaskRepository tasks, CareTeams careTeams, Charting charting, AppointmentEvents events) {
        this.sessions = sessions;
        this.courses = courses;
        this.tasks = tasks;
        this.careTeams = careTeams;
        this.charting = charting;
        this.events = events;
    }

    /** What is to be booked. */
    public record Booking(UUID patientId, UUID courseId, SessionKind kind, Instant plannedStart, Instant plannedEnd,
            UUID practitionerId, String room, UUID doseId) {
    }

    public TreatmentSession book(Booking booking) {
        Course course = courses.withId(booking.courseId()).orElseThrow(() -> new NoSuchRecord("course"));
        List<BookingRefusalReason> unmet = refusals(booking, course);
        if (!unmet.isEmpty()) {
            throw new Refused(Refused.Kind.BOOKING_REFUSED, unmet);
        }
        TreatmentSession booked = sessions.add(TreatmentSession.book(Ids.next(), booking.patientId(), booking.courseId(), booking.kind(),
                booking.plannedStart(), booking.plannedEnd(), booking.practitionerId(), booking.room(), booking.doseId()));
        events.booked(booked, charting.now());
        return booked;
    }

    private List<BookingRefusalReason> refusals(Booking booking, Course course) {
        List<BookingRefusalReason> unmet = new ArrayList<>();
        boolean integration = booking.kind() == SessionKind.INTEGRATION;
        if (!course.patientId().equals(booking.patientId())) {
            unmet.add(BookingRefusalReason.COURSE_OF_ANOTHER_PATIENT);
        }
        if (!course.open() && !integration) {
            unmet.add(BookingRefusalReason.COURSE_NOT_OPEN);
        }
        if (integration && booking.doseId() == null) {
            unmet.add(BookingRefusalReason.DOSE_REQUIRED);
        }
        if (!integration && booking.doseId() != null) {
            unmet.add(BookingRefusalReason.DOSE_NOT_EXPECTED);
        }
        if (integration && booking.doseId() != null) {
            tasks.ofDose(booking.doseId()).map(IntegrationTask::courseId).filter(course.id()::equals)
                    .orElseThrow(() -> new NoSuchRecord("dose"));
        }
        if (!careTeams.of(booking.patientId()).treats(booking.practitionerId())) {
            unmet.add(BookingRefusalReason.PRACTITIONER_NOT_ON_CARE_TEAM);
        }
        return unmet;
    }

    public TreatmentSession withId(UUID id) {
        return sessions.withId(id).orElseThrow(() -> new NoSuchRecord("session"));
    }

    public List<TreatmentSession> list(SessionRepository.SessionFilter filter, UUID after, int limit) {
        return sessions.list(filter, after, limit);
    }

    public TreatmentSession cancel(UUID id, String reason) {
        return sessions.update(withId(id).cancel(reason, charting.now()));
    }

    public TreatmentSession noShow(UUID id) {
        return sessions.update(withId(id).noShow(charting.now()));
    }

    /** Moves a session nobody has come to yet; the same double-booking rule holds. */
    public TreatmentSession reschedule(UUID id, Instant plannedStart, Instant plannedEnd, UUID practitionerId, String room) {
        TreatmentSession known = withId(id);
        if (!practitionerId.equals(known.practitionerId()) && !careTeams.of(known.patientId()).treats(practitionerId)) {
            throw new Refused(Refused.Kind.BOOKING_REFUSED, List.of(BookingRefusalReason.PRACTITIONER_NOT_ON_CARE_TEAM));
        }
        TreatmentSession moved = sessions.update(known.reschedule(plannedStart, plannedEnd, practitionerId, room));
        events.booked(moved, charting.now());
        return moved;
    }

    /** Calls off the preparation and dosing sessions ahead; integration after a dose already given stays. */
    public void cancelAhead(UUID patientId, String reason) {
        sessions.plannedOf(patientId).stream().filter(session -> session.kind() != SessionKind.INTEGRATION)
                .forEach(session -> sessions.update(session.cancel(reason, charting.now())));
    }
}
