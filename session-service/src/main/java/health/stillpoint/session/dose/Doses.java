package health.stillpoint.session.dose;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.course.CourseRules;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.dose.domain.DoseGuard;
import health.stillpoint.session.dose.domain.DoseRefusalReason;
import health.stillpoint.session.dose.domain.DoseRepository;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.integration.IntegrationTasks;
import health.stillpoint.session.ledger.Ledger;
import health.stillpoint.session.ledger.domain.Lot;
import health.stillpoint.session.order.domain.DoseOrder;
import health.stillpoint.session.order.domain.DoseOrderRepository;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import health.stillpoint.session.session.domain.SessionRepository;
import health.stillpoint.session.session.domain.SessionState;
import health.stillpoint.session.session.domain.StepNotAllowed;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/**
 * Records doses. Everything the guard asks is read and everything a dose changes is written in one transaction, in which
 * the patient and the lot are locked: of attempts at the same moment exactly one succeeds.
 */
@ApplicationScoped
public class Doses {

    private final SessionRepository sessions;
    private final CourseRepository courses;
    private final DoseOrderRepository orders;
    private final DoseRepository doses;
    private final Eligibility eligibility;
    private final DoseQuestions questions;
    private final CourseRules courseRules;
    private final IntegrationTasks integration;
    private final Ledger ledger;
    private final Charting charting;
    private final DoseEvents events;
    private final DoseReview review;

    Doses(SessionRepository sessions, CourseRepository courses, DoseOrderRepository orders, DoseRepository doses,
            Eligibility eligibility, DoseQuestions questions, CourseRules courseRules, IntegrationTasks integration, Ledger ledger,
            Charting charting, DoseEvents events, DoseReview review) {
        this.sessions = sessions;
        this.courses = courses;
        this.orders = orders;
        this.doses = doses;
        this.eligibility = eligibility;
        this.questions = questions;
        this.courseRules = courseRules;
        this.integration = integration;
        this.ledger = ledger;
        this.charting = charting;
        this.events = events;
        this.review = review;
    }

    /** Records a dose as given, or refuses with every unmet condition. */
    public Dose give(GiveDose request) {
        UUID patientId = sessions.patientOf(request.sessionId()).orElseThrow(() -> new NoSuchRecord("session"));
        Standing standing = eligibility.lock(patientId);
        TreatmentSession session = sessions.withId(request.sessionId()).orElseThrow(() -> new NoSuchRecord("session"));
        if (!session.dosing()) {
            throw new StepNotAllowed("dose", session.state());
        }
        Course course = courses.withId(session.courseId()).orElseThrow(() -> new NoSuchRecord("course"));
        DoseOrder order = orders.withId(request.orderId()).orElse(null);
        Lot lot = ledger.lockForDose(request.lotId()).orElse(null);

        List<DoseRefusalReason> unmet = DoseGuard.unmet(questions.facts(request, session, course, standing, order, lot, null));
        if (!unmet.isEmpty()) {
            throw new Refused(Refused.Kind.DOSE_REFUSED, unmet);
        }
        Dose dose = record(request, session, course, order);
        review.writtenDown(dose, standing);
        return dose;
    }

    private Dose record(GiveDose request, TreatmentSession session, Course course, DoseOrder order) {
        Dose dose = doses.add(new Dose(Ids.next(), session.patientId(), course.id(), session.id(), order.id(), request.lotId(),
                course.dosesGiven() + 1, false, order.dose().route(), order.dose().doseMilligrams(),
                order.dose().doseMilligramsPerKilogram(), order.dose().effectiveMilligramsPerKilogram(), order.dose().level(),
                request.administeredAt(), order.endOf(request.administeredAt(), request.administrationEndedAt()), request.givenBy(), request.doubleCheckedBy(),
                request.overridesKnowledge() ? request.knowledgeOverrideReason() : null, charting.now(),
                charting.late(request.administeredAt())));
        ledger.administer(request.lotId(), dose.doseMilligrams(), session.id(), dose.id(), session.patientId(), request.givenBy(), dose.administeredAt());
        sessions.update(session.doseGiven(dose.id(), dose.administrationEndedAt()));
        courses.update(course.doseGiven());
        integration.open(session.patientId(), course.id(), dose.id(), dose.administrationEndedAt(),
                courseRules.template(course.type()).integrationDue());
        events.administered(dose);
        return dose;
    }

    public List<Dose> ofSession(UUID sessionId) {
        sessions.withId(sessionId).orElseThrow(() -> new NoSuchRecord("session"));
        return doses.ofSession(sessionId);
    }

    /** The first dose of a session under observation. */
    public Dose observed(TreatmentSession session, String step) {
        SessionState.Monitoring monitoring = session.monitoring(step);
        return doses.withId(monitoring.doseId()).orElseThrow(() -> new NoSuchRecord("dose"));
    }
}
