package health.stillpoint.session.dose;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.alert.Alerts;
import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.AlertContext;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.dose.domain.DoseGuard;
import health.stillpoint.session.dose.domain.DoseRepository;
import health.stillpoint.session.dose.domain.TopUpPolicy;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.integration.IntegrationTasks;
import health.stillpoint.session.ledger.Ledger;
import health.stillpoint.session.ledger.domain.Lot;
import health.stillpoint.session.monitoring.domain.RecordedVitalSigns;
import health.stillpoint.session.monitoring.domain.VitalSignRepository;
import health.stillpoint.session.order.DoseOrders;
import health.stillpoint.session.order.domain.DoseOrder;
import health.stillpoint.session.order.domain.DoseOrderRepository;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import health.stillpoint.session.session.domain.SessionRepository;
import health.stillpoint.session.session.domain.TreatmentSession;
import health.stillpoint.session.vitals.domain.VitalSigns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/**
 * Records the one small second injection of a session, asked and written in one transaction as a dose is. It belongs to
 * the first dose: no new dose number and no second integration task, but observation and monitoring begin anew.
 */
@ApplicationScoped
public class TopUps {

    private static final Set<AlertCode> PRESSURE = EnumSet.of(AlertCode.SYSTOLIC_HIGH, AlertCode.DIASTOLIC_HIGH, AlertCode.SYSTOLIC_RISE,
            AlertCode.DIASTOLIC_RISE, AlertCode.SYSTOLIC_LOW, AlertCode.HEADACHE_WITH_HIGH_PRESSURE);

    private final SessionRepository sessions;
    private final CourseRepository courses;
    private final DoseOrderRepository signed;
    private final DoseOrders orders;
    private final DoseRepository doses;
    private final Doses given;
    private final Eligibility eligibility;
    private final DoseQuestions questions;
    private final VitalSignRepository vitals;
    private final Alerts alerts;
    private final IntegrationTasks integration;
    private final Ledger ledger;
    private final Charting charting;
    private final DoseReview review;
    private final TopUpPolicy policy;

    TopUps(SessionRepository sessions, CourseRepository courses, DoseOrderRepository signed, DoseOrders orders, DoseRepository doses,
            Doses given, Eligibility eligibility, DoseQuestions questions, VitalSignRepository vitals, Alerts alerts,
            IntegrationTasks integration, Ledger ledger, Charting charting, DoseReview review, DoseConfig config) {
        this.sessions = sessions;
        this.courses = courses;
        this.signed = signed;
        this.orders = orders;
        this.doses = doses;
        this.given = given;
        this.eligibility = eligibility;
        this.questions = questions;
        this.vitals = vitals;
        this.alerts = alerts;
        this.integration = integration;
        this.ledger = ledger;
        this.charting = charting;
        this.review = review;
        this.policy = new TopUpPolicy(new TopUpPolicy.Limits(config.topUp().earliest(), config.topUp().largestShare(),
                config.topUp().readingAtMost()));
    }

    /** Records a top-up as given, or refuses with every unmet condition. */
    public Dose give(GiveDose request) {
        UUID patientId = sessions.patientOf(request.sessionId()).orElseThrow(() -> new NoSuchRecord("session"));
        Standing standing = eligibility.lock(patientId);
        TreatmentSession session = sessions.withId(request.sessionId()).orElseThrow(() -> new NoSuchRecord("session"));
        Dose first = given.observed(session, "top-up");
        Course course = courses.withId(session.courseId()).orElseThrow(() -> new NoSuchRecord("course"));
        DoseOrder order = signed.withId(request.orderId()).orElse(null);
        Lot lot = ledger.lockForDose(request.lotId()).orElse(null);

        List<Enum<?>> unmet = new ArrayList<>(DoseGuard.unmet(questions.facts(request, session, course, standing, order, lot, first)));
        unmet.addAll(policy.refusals(facts(request, session, first, order)));
        if (!unmet.isEmpty()) {
            throw new Refused(Refused.Kind.TOP_UP_REFUSED, unmet);
        }
        Dose topUp = record(request, session, first, order);
        review.writtenDown(topUp, standing);
        return topUp;
    }

    private TopUpPolicy.Facts facts(GiveDose request, TreatmentSession session, Dose first, DoseOrder order) {
        int before = (int) doses.ofSession(session.id()).stream().filter(Dose::topUp).count();
        return new TopUpPolicy.Facts(first.route(), before, first.doseMilligrams(), first.administeredAt(), first.administrationEndedAt(),
                order == null ? null : order.dose().doseMilligrams(), order == null ? null : order.signedAt(), readings(session.id()),
                request.administeredAt());
    }

    private List<TopUpPolicy.Reading> readings(UUID sessionId) {
        AlertContext judgedAgainst = vitals.context(sessionId).orElseThrow(() -> new NoSuchRecord("session")).alerts();
        return vitals.ofSession(sessionId).stream().map(RecordedVitalSigns::signs).map(VitalSigns::plausible)
                .map(signs -> new TopUpPolicy.Reading(signs.measuredAt(), signs.moaas(), pressureAlert(signs, judgedAgainst))).toList();
    }

    private Boolean pressureAlert(VitalSigns signs, AlertContext judgedAgainst) {
        return signs.systolic() == null || signs.diastolic() == null ? null
                : alerts.findings(signs, judgedAgainst).stream().anyMatch(finding -> PRESSURE.contains(finding.code()));
    }

    private Dose record(GiveDose request, TreatmentSession session, Dose first, DoseOrder order) {
        Instant ended = order.endOf(request.administeredAt(), request.administrationEndedAt());
        Dose topUp = doses.add(new Dose(Ids.next(), session.patientId(), session.courseId(), session.id(), order.id(), request.lotId(),
                first.doseNumber(), true, first.route(), order.dose().doseMilligrams(), order.dose().doseMilligramsPerKilogram(),
                order.dose().effectiveMilligramsPerKilogram(),
                orders.levelOf(order.dose().size().with(first.orderedMilligramsPerKilogram(), first.doseMilligrams())),
                request.administeredAt(), ended, request.givenBy(), request.doubleCheckedBy(),
                request.overridesKnowledge() ? request.knowledgeOverrideReason() : null, charting.now(),
                charting.late(request.administeredAt())));
        ledger.administer(request.lotId(), topUp.doseMilligrams(), session.id(), topUp.id(), session.patientId(), request.givenBy(), topUp.administeredAt());
        sessions.update(session.toppedUp(ended));
        integration.recovered(first.id(), null);
        return topUp;
    }
}
