package health.stillpoint.session.order;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.course.CourseRules;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.order.domain.CalculatedDose;
import health.stillpoint.session.order.domain.DoseFactor;
import health.stillpoint.session.order.domain.DoseHistory;
import health.stillpoint.session.order.domain.DoseOrder;
import health.stillpoint.session.order.domain.DoseOrderRepository;
import health.stillpoint.session.order.domain.DoseRequest;
import health.stillpoint.session.order.domain.ExcludedLevel;
import health.stillpoint.session.order.domain.OrderRefusal;
import health.stillpoint.session.order.domain.PastDoses;
import health.stillpoint.session.order.domain.PastDoses.PastDose;
import health.stillpoint.session.refusal.NoSuchRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Calculates and signs dose orders. The mg, the level and the cap are computed, never typed. */
@ApplicationScoped
public class DoseOrders {

    private static final Duration WEEK = Duration.ofDays(7);
    private static final Duration FOUR_WEEKS = Duration.ofDays(28);

    private final DoseOrderRepository orders;
    private final CourseRepository courses;
    private final PastDoses doses;
    private final Eligibility eligibility;
    private final DosingRules rules;
    private final CourseRules courseRules;
    private final Charting charting;

    DoseOrders(DoseOrderRepository orders, CourseRepository courses, PastDoses doses, Eligibility eligibility,
            DosingRules rules, CourseRules courseRules, Charting charting) {
        this.orders = orders;
        this.courses = courses;
        this.doses = doses;
        this.eligibility = eligibility;
        this.rules = rules;
        this.courseRules = courseRules;
        this.charting = charting;
    }

    /** Signs an order for the next dose of a course. */
    public DoseOrder sign(UUID courseId, DoseRequest request, UUID by) {
        Course course = courses.withId(courseId).orElseThrow(() -> new NoSuchRecord("course"));
        Standing standing = eligibility.of(course.patientId());
        Instant now = charting.now();
        charting.happened(request.weighedAt(), "weighedAt");
        if (request.route() != course.route()) {
            throw new OrderRefusal(List.of(OrderRefusal.Reason.ROUTE_OF_ANOTHER_COURSE));
        }
        CalculatedDose dose = rules.arithmetic().calculate(request, factor(standing, request.route(), now), standing.lowStart(),
                history(course.patientId(), request.route(), now), now);
        if (ExcludedLevel.excludes(standing.codes(), dose.route(), dose.level())) {
            throw new OrderRefusal(List.of(OrderRefusal.Reason.LEVEL_EXCLUDED));
        }
        return orders.add(new DoseOrder(Ids.next(), courseId, course.patientId(), request, dose, by, now, 0));
    }

    /** True when the patient's standing has changed since the signature: a smaller factor applies, or the level is excluded. */
    public boolean outdated(DoseOrder order, Standing standing) {
        CalculatedDose dose = order.dose();
        return dose.doseFactor().compareTo(factor(standing, dose.route(), charting.now())) > 0
                || ExcludedLevel.excludes(standing.codes(), dose.route(), dose.level());
    }

    private BigDecimal factor(Standing standing, Route route, Instant now) {
        return DoseFactor.lowest(standing.factors().by(route.parenteral()), standing.ageIn(courseRules.dayOf(now).getYear()), standing.codes(), route);
    }

    public DoseOrder withId(UUID courseId, UUID id) {
        return orders.withId(id).filter(order -> order.courseId().equals(courseId)).orElseThrow(() -> new NoSuchRecord("dose-order"));
    }

    public List<DoseOrder> ofCourse(UUID courseId) {
        courses.withId(courseId).orElseThrow(() -> new NoSuchRecord("course"));
        return orders.ofCourse(courseId);
    }

    /** What the patient has had before a moment, as the limits need it. */
    public DoseHistory history(UUID patientId, Route route, Instant at) {
        List<PastDose> given = doses.ofPatient(patientId);
        PastDose last = given.stream().filter(dose -> dose.route() == route && !dose.topUp()).reduce((a, b) -> b).orElse(null);
        BigDecimal week = sum(given.stream().filter(dose -> dose.administeredAt().isAfter(at.minus(WEEK))).toList());
        BigDecimal sublingual = sum(given.stream()
                .filter(dose -> dose.route() == Route.SL && dose.administeredAt().isAfter(at.minus(FOUR_WEEKS))).toList());
        return new DoseHistory(given.isEmpty(), last == null ? null : last.orderedMilligramsPerKilogram(),
                last == null ? null : last.milligrams(), week, sublingual);
    }

    private static BigDecimal sum(List<PastDose> doses) {
        return doses.stream().map(PastDose::milligrams).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
