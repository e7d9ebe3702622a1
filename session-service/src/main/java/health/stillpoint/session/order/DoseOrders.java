package health.stillpoint.session.order;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.course.CourseRules;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.course.domain.FirstRoute;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.order.domain.BodyDataDiffer;
import health.stillpoint.session.order.domain.BodyPolicy;
import health.stillpoint.session.order.domain.CalculatedDose;
import health.stillpoint.session.order.domain.DoseFactor;
import health.stillpoint.session.order.domain.DoseHistory;
import health.stillpoint.session.order.domain.DoseLevel;
import health.stillpoint.session.order.domain.DoseOrder;
import health.stillpoint.session.order.domain.DoseOrderRepository;
import health.stillpoint.session.order.domain.DoseRequest;
import health.stillpoint.session.order.domain.DoseSize;
import health.stillpoint.session.order.domain.ExcludedLevel;
import health.stillpoint.session.order.domain.OrderRefusal;
import health.stillpoint.session.order.domain.PastDoses;
import health.stillpoint.session.order.domain.PastDoses.PastDose;
import health.stillpoint.session.refusal.NoSuchRecord;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

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
    private final Tolerance tolerance;
    private final Charting charting;

    DoseOrders(DoseOrderRepository orders, CourseRepository courses, PastDoses doses, Eligibility eligibility,
            DosingRules rules, CourseRules courseRules, Tolerance tolerance, Charting charting) {
        this.orders = orders;
        this.courses = courses;
        this.doses = doses;
        this.eligibility = eligibility;
        this.rules = rules;
        this.courseRules = courseRules;
        this.tolerance = tolerance;
        this.charting = charting;
    }

    /**
     * Signs an order for the next dose of a course.
     *
     * @param remeasuredReason why the body data differ from what is known; null when they do not
     */
    public DoseOrder sign(UUID courseId, DoseRequest request, String remeasuredReason, UUID by) {
        Course course = courses.withId(courseId).orElseThrow(() -> new NoSuchRecord("course"));
        Standing standing = eligibility.of(course.patientId());
        Instant now = charting.now();
        charting.happened(request.weighedAt(), "weighedAt");
        List<OrderRefusal.Reason> unmet = entitlementRefusals(course, standing, request.route(), now);
        unmet.addAll(firstDoseRefusals(course, standing, now));
        if (!unmet.isEmpty()) {
            throw new OrderRefusal(unmet);
        }
        DoseRequest measured = orders.lastMeasured(course.patientId()).map(DoseOrder::request).orElse(null);
        List<BodyPolicy.Difference> differences = rules.body().differences(request, standing.person().sexAtBirth(), measured, remeasuredReason != null);
        if (!differences.isEmpty()) {
            throw new BodyDataDiffer(differences);
        }
        CalculatedDose dose = rules.arithmetic().calculate(request, factor(standing, request.route(), now), standing.lowStart(),
                history(course.patientId(), request.route(), now), now);
        if (ExcludedLevel.excludes(standing.codes(), dose.route(), dose.level())) {
            throw new OrderRefusal(List.of(OrderRefusal.Reason.LEVEL_EXCLUDED));
        }
        return orders.add(new DoseOrder(Ids.next(), courseId, course.patientId(), request, remeasuredReason, dose, by, now, 0));
    }

    private static List<OrderRefusal.Reason> entitlementRefusals(Course course, Standing standing, Route route, Instant now) {
        List<OrderRefusal.Reason> unmet = new ArrayList<>();
        if (!standing.candidacyAccepted()) {
            unmet.add(OrderRefusal.Reason.CANDIDACY_MISSING);
        } else if (!standing.candidacyInDate(now)) {
            unmet.add(OrderRefusal.Reason.CANDIDACY_EXPIRED);
        }
        if (route != course.route()) {
            unmet.add(OrderRefusal.Reason.ROUTE_OF_ANOTHER_COURSE);
        }
        return unmet;
    }

    /** What only the first dose is asked, of a patient or of a course. */
    private List<OrderRefusal.Reason> firstDoseRefusals(Course course, Standing standing, Instant at) {
        List<OrderRefusal.Reason> unmet = new ArrayList<>();
        if (FirstRoute.excludes(standing.codes(), course.route(), doses.ofPatient(course.patientId()).isEmpty())) {
            unmet.add(OrderRefusal.Reason.ROUTE_EXCLUDED);
        }
        if (course.dosesGiven() == 0
                && courseRules.liverTests().tooOld(course.plannedDoses(), standing.liverTestedOn(), courseRules.dayOf(at))) {
            unmet.add(OrderRefusal.Reason.LIVER_TEST_OLD);
        }
        return unmet;
    }

    /** Every limit a signed order breaks by now: patient, doses and decisions may have changed since the signature. */
    public Set<OrderRefusal.Reason> refusalsAtDose(DoseOrder order, Standing standing, Instant at) {
        CalculatedDose dose = order.dose();
        Set<OrderRefusal.Reason> unmet = EnumSet.noneOf(OrderRefusal.Reason.class);
        unmet.addAll(rules.arithmetic().limitRefusals(dose.size(), standing.lowStart(), history(order.patientId(), dose.route(), at), at));
        unmet.addAll(firstDoseRefusals(courseOf(order), standing, at));
        addWhatIsOutdated(order, standing, doses.ofPatient(order.patientId()), at, unmet);
        if (ExcludedLevel.excludes(standing.codes(), dose.route(), dose.level())) {
            unmet.add(OrderRefusal.Reason.LEVEL_EXCLUDED);
        }
        return unmet;
    }

    /** The same for a top-up: what it must keep together with the first dose of the session. */
    public Set<OrderRefusal.Reason> refusalsAtTopUp(DoseOrder order, UUID firstDoseId, Standing standing, Instant at) {
        CalculatedDose dose = order.dose();
        Map<Boolean, List<PastDose>> given = doses.ofPatient(order.patientId()).stream()
                .collect(Collectors.partitioningBy(past -> past.id().equals(firstDoseId)));
        List<PastDose> earlier = given.get(false);
        PastDose first = given.get(true).getFirst();
        DoseSize together = dose.size().with(first.orderedMilligramsPerKilogram(), first.milligrams());
        Set<OrderRefusal.Reason> unmet = EnumSet.noneOf(OrderRefusal.Reason.class);
        unmet.addAll(rules.arithmetic().sessionRefusals(together, standing.lowStart(), history(earlier, dose.route(), true, at), at));
        addWhatIsOutdated(order, standing, earlier, at, unmet);
        if (ExcludedLevel.excludes(standing.codes(), dose.route(), levelOf(together))) {
            unmet.add(OrderRefusal.Reason.LEVEL_EXCLUDED);
        }
        return unmet;
    }

    /** Level of everything given in a session. */
    public DoseLevel levelOf(DoseSize given) {
        return rules.limits(given.route()).levelOf(given.milligrams(), given.dosingWeightKilograms());
    }

    private Course courseOf(DoseOrder order) {
        return courses.withId(order.courseId()).orElseThrow(() -> new NoSuchRecord("course"));
    }

    private void addWhatIsOutdated(DoseOrder order, Standing standing, List<PastDose> earlier, Instant at, Set<OrderRefusal.Reason> unmet) {
        boolean smallerFactor = order.dose().doseFactor().compareTo(factor(standing, order.dose().route(), at)) > 0;
        boolean anotherDoseSince = earlier.stream().anyMatch(past -> order.signedAt().isBefore(past.administeredAt()));
        if (smallerFactor || anotherDoseSince || !standing.person().knownAt(order.signedAt())) {
            unmet.add(OrderRefusal.Reason.OUTDATED);
        }
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
    private DoseHistory history(UUID patientId, Route route, Instant at) {
        return history(doses.ofPatient(patientId), route, tolerance.mayRise(patientId, route, at), at);
    }

    private static DoseHistory history(List<PastDose> given, Route route, boolean mayRise, Instant at) {
        BigDecimal week = sum(given.stream().filter(dose -> dose.administeredAt().isAfter(at.minus(WEEK))).toList());
        BigDecimal sublingual = sum(given.stream()
                .filter(dose -> dose.route() == Route.SL && dose.administeredAt().isAfter(at.minus(FOUR_WEEKS))).toList());
        return given.stream().filter(dose -> dose.route() == route && !dose.topUp()).reduce((a, b) -> b)
                .map(last -> new DoseHistory(false, last.orderedMilligramsPerKilogram(), last.milligrams(), last.administrationEndedAt(),
                        mayRise, week, sublingual))
                .orElseGet(() -> new DoseHistory(given.isEmpty(), null, null, null, true, week, sublingual));
    }

    private static BigDecimal sum(List<PastDose> doses) {
        return doses.stream().map(PastDose::milligrams).reduce(BigDecimal.ZERO, BigDecimal::add);
    }
}
