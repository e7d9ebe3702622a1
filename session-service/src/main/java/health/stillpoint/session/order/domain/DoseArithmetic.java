package health.stillpoint.session.order.domain;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;

/**
 * From mg/kg to a dose in mg, as dosing section 2.1 prescribes (docs/clinical-sources.md#dose-arithmetic).
 *
 * <p>mg = mg/kg x dosing weight x factor, rounded HALF_UP to the route's increment; if the rounded mg exceeds the cap or
 * leaves the ordered level upward, the next lower increment is taken. Level and caps are always asked of the rounded mg.
 */
public final class DoseArithmetic {

    private static final MathContext PRECISE = MathContext.DECIMAL64;
    private static final BigDecimal SIXTY = new BigDecimal("60");

    private final DoseLimits limits;

    public DoseArithmetic(DoseLimits limits) {
        this.limits = limits;
    }

    /**
     * @param factor see {@link DoseFactor}
     * @param lowStart the patient has a low-start trigger (dosing section 3.2)
     * @throws OrderRefusal with every limit the order breaks
     */
    public CalculatedDose calculate(DoseRequest request, BigDecimal factor, boolean lowStart, DoseHistory history, Instant at) {
        RouteLimits route = limits.of(request.route());
        DosingWeight weight = DosingWeight.of(request.bodyWeightKilograms(), request.heightCentimeters(), request.sexAtBirth());
        List<String> steps = new ArrayList<>();
        steps.add(weightStep(weight));
        BigDecimal milligrams = rounded(request, route, weight.kilograms(), factor, steps);

        List<OrderRefusal.Reason> unmet = new ArrayList<>();
        if (milligrams.signum() <= 0) {
            unmet.add(OrderRefusal.Reason.BELOW_INCREMENT);
        }
        BigDecimal effective = request.milligramsPerKilogram().multiply(factor);
        unmet.addAll(limitRefusals(new DoseSize(request.route(), weight.kilograms(), effective, milligrams), lowStart, history, at));
        if (Duration.between(request.weighedAt(), at).compareTo(route.weightValidity()) > 0) {
            unmet.add(OrderRefusal.Reason.WEIGHT_OUT_OF_DATE);
        }
        unmet.addAll(productRefusals(request, milligrams, weight.kilograms()));
        if (!unmet.isEmpty()) {
            throw new OrderRefusal(unmet);
        }
        return result(request, route, weight.kilograms(), factor, milligrams, steps);
    }

    private BigDecimal rounded(DoseRequest request, RouteLimits route, BigDecimal weight, BigDecimal factor, List<String> steps) {
        BigDecimal effective = request.milligramsPerKilogram().multiply(factor);
        BigDecimal exact = effective.multiply(weight);
        steps.add("%s mg/kg x %s kg x factor %s = %s mg".formatted(plain(request.milligramsPerKilogram()), plain(weight),
                plain(factor), plain(exact)));
        BigDecimal increment = route.increment();
        BigDecimal nearest = exact.divide(increment, 0, RoundingMode.HALF_UP).multiply(increment);
        steps.add("rounded half up to %s mg: %s mg".formatted(plain(increment), plain(nearest)));

        DoseLevel ordered = route.levelOf(exact, weight);
        boolean overCap = nearest.compareTo(route.capFor(weight)) > 0;
        boolean overLevel = route.levelOf(nearest, weight).compareTo(ordered) > 0;
        if (!overCap && !overLevel) {
            return nearest;
        }
        BigDecimal lower = nearest.subtract(increment);
        steps.add("%s mg %s, so the next lower increment: %s mg".formatted(plain(nearest),
                overCap ? "exceeds the cap" : "leaves " + ordered, plain(lower)));
        return lower;
    }

    /** Every limit that hangs on the patient: asked when the order is signed and again when the dose is given. */
    public List<OrderRefusal.Reason> limitRefusals(DoseSize dose, boolean lowStart, DoseHistory history, Instant at) {
        List<OrderRefusal.Reason> unmet = new ArrayList<>(sessionRefusals(dose, lowStart, history, at));
        if (risen(dose, history) && !history.mayRise()) {
            unmet.add(OrderRefusal.Reason.INCREASE_NOT_ALLOWED);
        }
        if (risen(dose, history) && stepTooLarge(dose, limits.of(dose.route()), history)) {
            unmet.add(OrderRefusal.Reason.STEP_UP_TOO_LARGE);
        }
        return List.copyOf(unmet);
    }

    /** The limits that everything given in one session must keep together, a top-up included. */
    public List<OrderRefusal.Reason> sessionRefusals(DoseSize given, boolean lowStart, DoseHistory before, Instant at) {
        RouteLimits route = limits.of(given.route());
        List<OrderRefusal.Reason> unmet = new ArrayList<>();
        if (given.milligrams().compareTo(route.capFor(given.dosingWeightKilograms())) > 0) {
            unmet.add(OrderRefusal.Reason.OVER_CAP);
        }
        if (lowStart && before.firstDose() && overLowStart(given, route)) {
            unmet.add(OrderRefusal.Reason.OVER_LOW_START);
        }
        if (before.pausedTooLong(at) && overRestart(given, route, before)) {
            unmet.add(OrderRefusal.Reason.RESTART_TOO_HIGH);
        }
        BigDecimal week = before.milligramsInSevenDays().add(given.milligrams());
        if (week.compareTo(route.capFor(given.dosingWeightKilograms()).multiply(DoseLimits.CAPS_IN_SEVEN_DAYS)) > 0) {
            unmet.add(OrderRefusal.Reason.OVER_SEVEN_DAY_LIMIT);
        }
        BigDecimal sublingual = before.sublingualMilligramsInTwentyEightDays().add(given.milligrams());
        if (given.route() == Route.SL && sublingual.compareTo(DoseLimits.SUBLINGUAL_IN_TWENTY_EIGHT_DAYS) > 0) {
            unmet.add(OrderRefusal.Reason.OVER_TWENTY_EIGHT_DAY_LIMIT);
        }
        return List.copyOf(unmet);
    }

    private static boolean overLowStart(DoseSize dose, RouteLimits route) {
        return exceeds(dose.effectiveMilligramsPerKilogram(), route.lowStartMilligramsPerKilogram())
                || exceeds(dose.milligrams(), route.lowStartMilligrams());
    }

    /** The last or the default first dose, whichever is lower. */
    private static boolean overRestart(DoseSize dose, RouteLimits route, DoseHistory history) {
        return exceeds(dose.effectiveMilligramsPerKilogram(), history.lastMilligramsPerKilogram())
                || exceeds(dose.effectiveMilligramsPerKilogram(), route.firstDoseMilligramsPerKilogram())
                || exceeds(dose.milligrams(), route.firstDoseMilligrams());
    }

    private static boolean risen(DoseSize dose, DoseHistory history) {
        return exceeds(dose.effectiveMilligramsPerKilogram(), history.lastMilligramsPerKilogram());
    }

    private static boolean stepTooLarge(DoseSize dose, RouteLimits route, DoseHistory history) {
        BigDecimal last = history.lastMilligramsPerKilogram();
        BigDecimal next = dose.effectiveMilligramsPerKilogram();
        boolean overFactor = route.stepUpFactor() != null && next.compareTo(last.multiply(route.stepUpFactor())) > 0;
        boolean overRate = route.stepUpMilligramsPerKilogram() != null
                && next.subtract(last).compareTo(largestStep(route, last)) > 0;
        boolean overMass = route.stepUpMilligrams() != null
                && dose.milligrams().subtract(history.lastMilligrams()).compareTo(route.stepUpMilligrams()) > 0;
        return overFactor || overRate || overMass;
    }

    /** Subcutaneous only: the trial ladder 0.25, 0.5, 1.0 mg/kg allows half a mg/kg more from 0.5 (Glue). */
    private static BigDecimal largestStep(RouteLimits route, BigDecimal last) {
        BigDecimal half = new BigDecimal("0.5");
        return route.route() == Route.SC && last.compareTo(half) == 0 ? half : route.stepUpMilligramsPerKilogram();
    }

    private static List<OrderRefusal.Reason> productRefusals(DoseRequest request, BigDecimal milligrams, BigDecimal weight) {
        List<OrderRefusal.Reason> unmet = new ArrayList<>();
        BigDecimal concentration = request.concentrationMilligramsPerMilliliter();
        if (concentration != null && DoseLimits.CONCENTRATIONS.stream().noneMatch(c -> c.compareTo(concentration) == 0)) {
            unmet.add(OrderRefusal.Reason.CONCENTRATION_NOT_IN_USE);
        }
        if (request.route() == Route.IV) {
            unmet.addAll(infusionRefusals(request, milligrams, weight));
        }
        return unmet;
    }

    private static List<OrderRefusal.Reason> infusionRefusals(DoseRequest request, BigDecimal milligrams, BigDecimal weight) {
        Infusion infusion = request.infusion();
        BigDecimal concentration = request.concentrationMilligramsPerMilliliter();
        if (infusion == null || concentration == null && infusion.dilutedToMilligramsPerMilliliter() == null) {
            return List.of(OrderRefusal.Reason.INFUSION_DETAILS_MISSING);
        }
        List<OrderRefusal.Reason> unmet = new ArrayList<>();
        if (concentration != null && concentration.compareTo(DoseLimits.NEVER_UNDILUTED) == 0 && undiluted(infusion, concentration)) {
            unmet.add(OrderRefusal.Reason.UNDILUTED_INTRAVENOUS);
        }
        if (infusion.minutes() < DoseLimits.SHORTEST_INFUSION_MINUTES) {
            unmet.add(OrderRefusal.Reason.INFUSION_TOO_SHORT);
        }
        BigDecimal mostMilligrams = DoseLimits.FASTEST_INFUSION.multiply(weight).multiply(BigDecimal.valueOf(infusion.minutes()));
        if (milligrams.compareTo(mostMilligrams) > 0) {
            unmet.add(OrderRefusal.Reason.INFUSION_TOO_FAST);
        }
        return unmet;
    }

    private static boolean undiluted(Infusion infusion, BigDecimal concentration) {
        BigDecimal diluted = infusion.dilutedToMilligramsPerMilliliter();
        return diluted == null || diluted.compareTo(concentration) >= 0;
    }

    private static CalculatedDose result(DoseRequest request, RouteLimits route, BigDecimal weight, BigDecimal factor,
            BigDecimal milligrams, List<String> steps) {
        BigDecimal perKilogram = milligrams.divide(weight, 4, RoundingMode.HALF_UP);
        DoseLevel level = route.levelOf(milligrams, weight);
        steps.add("%s mg / %s kg = %s mg/kg: %s".formatted(plain(milligrams), plain(weight), plain(perKilogram), level));
        BigDecimal cap = route.capFor(weight).setScale(2, RoundingMode.DOWN);
        steps.add("cap %s mg (%s mg/kg or %s mg, the lower)".formatted(plain(cap), plain(route.capMilligramsPerKilogram()),
                plain(route.capMilligrams())));

        BigDecimal volume = volume(request, milligrams);
        BigDecimal pump = null;
        BigDecimal rate = null;
        if (volume != null) {
            steps.add("volume %s mL".formatted(plain(volume)));
        }
        if (request.route() == Route.IV) {
            BigDecimal minutes = BigDecimal.valueOf(request.infusion().minutes());
            pump = milligrams.divide(pumpConcentration(request), PRECISE).multiply(SIXTY).divide(minutes, 2, RoundingMode.HALF_UP);
            rate = milligrams.divide(weight.multiply(minutes), 4, RoundingMode.HALF_UP);
            steps.add("pump %s mL/h over %s min = %s mg/kg/min".formatted(plain(pump), plain(minutes), plain(rate)));
        }
        return new CalculatedDose(request.route(), milligrams, perKilogram, request.milligramsPerKilogram().multiply(factor),
                weight, factor, level, cap, volume, pump, rate, steps);
    }

    private static BigDecimal volume(DoseRequest request, BigDecimal milligrams) {
        BigDecimal concentration = request.route() == Route.IV
                ? pumpConcentration(request) : request.concentrationMilligramsPerMilliliter();
        return concentration == null ? null : milligrams.divide(concentration, 2, RoundingMode.HALF_UP);
    }

    private static BigDecimal pumpConcentration(DoseRequest request) {
        BigDecimal diluted = request.infusion().dilutedToMilligramsPerMilliliter();
        return diluted == null ? request.concentrationMilligramsPerMilliliter() : diluted;
    }

    private static String weightStep(DosingWeight weight) {
        return "BMI %s: dosing weight %s kg (%s)".formatted(plain(weight.bodyMassIndex()), plain(weight.kilograms()),
                weight.ideal() ? "ideal, Devine" : "actual");
    }

    private static boolean exceeds(BigDecimal value, BigDecimal limit) {
        return limit != null && value.compareTo(limit) > 0;
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }
}
