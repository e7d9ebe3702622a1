package health.stillpoint.session.titration;

import health.stillpoint.session.alert.Alerts;
import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.alert.domain.VitalAlert;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.course.Courses;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.dose.domain.DoseRepository;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.Standing;
import health.stillpoint.session.eligibility.domain.StandingRepository;
import health.stillpoint.session.integration.domain.IntegrationTaskRepository;
import health.stillpoint.session.monitoring.domain.VitalSignRepository;
import health.stillpoint.session.order.DosingRules;
import health.stillpoint.session.order.Tolerance;
import health.stillpoint.session.order.domain.PastDoses;
import health.stillpoint.session.order.domain.RouteLimits;
import health.stillpoint.session.recovery.domain.RecoveryRepository;
import health.stillpoint.session.titration.domain.TitrationAdvice;
import health.stillpoint.session.titration.domain.TitrationFacts;
import health.stillpoint.session.titration.domain.TitrationPolicy;
import health.stillpoint.session.vitals.domain.Symptom;
import health.stillpoint.session.vitals.domain.VitalSigns;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Stream;

/** Advises on the next dose from what happened at the last one; a prescriber decides. */
@ApplicationScoped
public class Titration implements Tolerance {

    private static final Set<AlertCode> PRESSURE = EnumSet.of(AlertCode.SYSTOLIC_HIGH, AlertCode.DIASTOLIC_HIGH, AlertCode.SYSTOLIC_RISE,
            AlertCode.DIASTOLIC_RISE, AlertCode.HEADACHE_WITH_HIGH_PRESSURE);

    private final Courses courses;
    private final PastDoses pastDoses;
    private final DoseRepository doses;
    private final VitalSignRepository vitals;
    private final Alerts alerts;
    private final RecoveryRepository recoveries;
    private final IntegrationTaskRepository tasks;
    private final Eligibility eligibility;
    private final StandingRepository standings;
    private final DosingRules dosing;
    private final Charting charting;

    Titration(Courses courses, PastDoses pastDoses, DoseRepository doses, VitalSignRepository vitals, Alerts alerts,
            RecoveryRepository recoveries, IntegrationTaskRepository tasks, Eligibility eligibility, StandingRepository standings,
            DosingRules dosing, Charting charting) {
        this.courses = courses;
        this.pastDoses = pastDoses;
        this.doses = doses;
        this.vitals = vitals;
        this.alerts = alerts;
        this.recoveries = recoveries;
        this.tasks = tasks;
        this.eligibility = eligibility;
        this.standings = standings;
        this.dosing = dosing;
        this.charting = charting;
    }

    /**
     * Advice for the next dose of a course.
     *
     * @param lastMilligramsPerKilogram ordered mg/kg times factor of the last dose by this route; null before the first
     * @param limits the route's first dose, low start and cap
     */
    public record Advised(UUID patientId, TitrationAdvice advice, BigDecimal lastMilligramsPerKilogram, boolean lowStart, RouteLimits limits) {
    }

    public Advised advise(UUID courseId) {
        Course course = courses.withId(courseId);
        Standing standing = eligibility.of(course.patientId());
        List<PastDoses.PastDose> given = given(course.patientId(), course.route());
        RouteLimits limits = dosing.limits(course.route());
        if (given.isEmpty()) {
            TitrationAdvice first = new TitrationAdvice(TitrationAdvice.Result.FIRST_DOSE, 0,
                    List.of(standing.lowStart() ? "LOW_START" : "DEFAULT_FIRST_DOSE"));
            return new Advised(course.patientId(), first, null, standing.lowStart(), limits);
        }
        TitrationAdvice advice = TitrationPolicy.advise(facts(standing, given, charting.now()));
        return new Advised(course.patientId(), advice, given.getLast().orderedMilligramsPerKilogram(), standing.lowStart(), limits);
    }

    @Override
    public boolean mayRise(UUID patientId, Route route, Instant at) {
        List<PastDoses.PastDose> given = given(patientId, route);
        return given.isEmpty() || TitrationPolicy.mayRise(facts(eligibility.of(patientId), given, at));
    }

    private List<PastDoses.PastDose> given(UUID patientId, Route route) {
        return pastDoses.ofPatient(patientId).stream().filter(dose -> dose.route() == route && !dose.topUp()).toList();
    }

    private TitrationFacts facts(Standing standing, List<PastDoses.PastDose> given, Instant at) {
        PastDoses.PastDose last = given.getLast();
        UUID sessionId = doses.withId(last.id()).map(Dose::sessionId).orElseThrow();
        List<VitalSigns> signs = vitals.ofSession(sessionId).stream().map(set -> set.signs().plausible())
                .filter(set -> !set.measuredAt().isBefore(last.administeredAt())).toList();
        List<VitalAlert> raised = alerts.ofSession(sessionId);
        Severity pressure = raised.stream().filter(alert -> alert.codes().stream().anyMatch(PRESSURE::contains))
                .map(VitalAlert::severity).max(Severity::compareTo).orElse(null);
        return new TitrationFacts(highest(signs, VitalSigns::cadss), highest(signs, VitalSigns::cadss6), highest(signs, VitalSigns::suds),
                seen(signs, Symptom.PANIC), pressure, pressure == Severity.RED, lowest(signs, VitalSigns::oxygenSaturation),
                lowest(signs, VitalSigns::moaas), worstGrade(sessionId), seen(signs, Symptom.PSYCHOTIC_FEATURES), seen(signs, Symptom.VOMITING),
                tasks.incompleteOf(standing.patientId()).isEmpty(), improvement(standing), atThisLevel(given), standing.lowStart(),
                raisedLastTime(given), Duration.between(last.administrationEndedAt(), at));
    }

    private int worstGrade(UUID sessionId) {
        return recoveries.ofSession(sessionId).stream().map(assessment -> assessment.findings().activeAdverseEventGrade())
                .filter(Objects::nonNull).max(Integer::compareTo).orElse(0);
    }

    private BigDecimal improvement(Standing standing) {
        return standing.primaryInstrument() == null ? null
                : standings.improvementPercent(standing.patientId(), standing.primaryInstrument()).orElse(null);
    }

    private static int atThisLevel(List<PastDoses.PastDose> given) {
        int count = 0;
        for (PastDoses.PastDose dose : given.reversed()) {
            if (dose.level() != given.getLast().level()) {
                break;
            }
            count++;
        }
        return count;
    }

    private static boolean raisedLastTime(List<PastDoses.PastDose> given) {
        return given.size() > 1 && given.getLast().orderedMilligramsPerKilogram()
                .compareTo(given.get(given.size() - 2).orderedMilligramsPerKilogram()) > 0;
    }

    private static boolean seen(List<VitalSigns> signs, Symptom symptom) {
        return signs.stream().anyMatch(set -> set.has(symptom));
    }

    private static Integer highest(List<VitalSigns> signs, Function<VitalSigns, Integer> value) {
        return values(signs, value).max(Integer::compareTo).orElse(null);
    }

    private static Integer lowest(List<VitalSigns> signs, Function<VitalSigns, Integer> value) {
        return values(signs, value).min(Integer::compareTo).orElse(null);
    }

    private static Stream<Integer> values(List<VitalSigns> signs, Function<VitalSigns, Integer> value) {
        return signs.stream().map(value).filter(Objects::nonNull);
    }
}
