package health.stillpoint.session.titration.domain;

import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.order.domain.DoseHistory;
import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.List;

/**
 * The titration table of dosing section 3.1; the first row that applies decides (docs/clinical-sources.md#titration).
 *
 * <p>Chasing dissociation is not supported: a high CADSS never raises a dose.
 */
public final class TitrationPolicy {

    private static final BigDecimal GOOD_BENEFIT = new BigDecimal("50");
    private static final BigDecimal LITTLE_BENEFIT = new BigDecimal("25");
    private static final int CADSS_HIGH = 46;
    private static final int CADSS6_HIGH = 12;

    private TitrationPolicy() {
    }

    public static TitrationAdvice advise(TitrationFacts facts) {
        List<String> reasons = medicalReview(facts);
        if (!reasons.isEmpty()) {
            return new TitrationAdvice(TitrationAdvice.Result.HOLD, 1, reasons);
        }
        if (!facts.integrationCompleted()) {
            return new TitrationAdvice(TitrationAdvice.Result.BLOCK, 2, List.of("INTEGRATION_NOT_COMPLETED"));
        }
        reasons = tooMuch(facts);
        if (!reasons.isEmpty()) {
            return new TitrationAdvice(TitrationAdvice.Result.REDUCE, 3, reasons);
        }
        if (facts.sinceLastDose().compareTo(DoseHistory.LONGEST_PAUSE) > 0) {
            return new TitrationAdvice(TitrationAdvice.Result.RESTART, 6, List.of("GAP_OVER_28_DAYS"));
        }
        if (improvedByHalf(facts)) {
            return new TitrationAdvice(TitrationAdvice.Result.REPEAT, 4, List.of("IMPROVED_50_PERCENT_OR_MORE"));
        }
        return mayIncrease(facts)
                ? new TitrationAdvice(TitrationAdvice.Result.INCREASE, 5, List.of("TOLERATED", "BENEFIT_BELOW_25_PERCENT"))
                : new TitrationAdvice(TitrationAdvice.Result.REPEAT, 6, List.of(otherwise(facts)));
    }

    /** False where the table forbids more than the last dose; only where no row applies is that left to the prescriber. */
    public static boolean mayRise(TitrationFacts facts) {
        return switch (advise(facts).result()) {
            case INCREASE, FIRST_DOSE -> true;
            case REPEAT -> !improvedByHalf(facts) && !raisedTooSoon(facts);
            case HOLD, BLOCK, REDUCE, RESTART -> false;
        };
    }

    private static boolean improvedByHalf(TitrationFacts facts) {
        return facts.improvementPercent() != null && facts.improvementPercent().compareTo(GOOD_BENEFIT) >= 0;
    }

    private static List<String> medicalReview(TitrationFacts facts) {
        List<String> reasons = new ArrayList<>();
        add(facts.worstAdverseEventGrade() >= 3, "ADVERSE_EVENT_GRADE_3", reasons);
        add(facts.lowestOxygen() != null && facts.lowestOxygen() < 90, "OXYGEN_BELOW_90", reasons);
        add(facts.lowestMoaas() != null && facts.lowestMoaas() <= 2, "MOAAS_2_OR_LESS", reasons);
        add(facts.bloodPressureEmergency(), "BLOOD_PRESSURE_EMERGENCY", reasons);
        add(facts.psychosisOrManiaSign(), "PSYCHOSIS_OR_MANIA_SIGN", reasons);
        return reasons;
    }

    private static List<String> tooMuch(TitrationFacts facts) {
        List<String> reasons = new ArrayList<>();
        add(facts.peakSuds() != null && facts.peakSuds() >= 8, "PEAK_SUDS_8_OR_MORE", reasons);
        add(facts.terror(), "TERROR_OR_LOSS_OF_CONTROL", reasons);
        add(facts.peakCadss() != null && facts.peakCadss() >= CADSS_HIGH, "CADSS_46_OR_MORE", reasons);
        add(facts.peakCadss6() != null && facts.peakCadss6() >= CADSS6_HIGH, "CADSS6_12_OR_MORE", reasons);
        add(facts.bloodPressureAlert() != null && facts.bloodPressureAlert().compareTo(Severity.ORANGE) >= 0, "BLOOD_PRESSURE_ALERT", reasons);
        add(facts.worstAdverseEventGrade() == 2 && facts.vomitingOrAgitation(), "VOMITING_OR_AGITATION_GRADE_2", reasons);
        return reasons;
    }

    private static boolean mayIncrease(TitrationFacts facts) {
        boolean littleBenefit = facts.improvementPercent() != null && facts.improvementPercent().compareTo(LITTLE_BENEFIT) < 0;
        boolean calm = facts.peakSuds() != null && facts.peakSuds() <= 5 && (facts.peakCadss() == null || facts.peakCadss() <= 45);
        return littleBenefit && calm && facts.dosesAtThisLevel() >= 2 && !raisedTooSoon(facts);
    }

    /** With a low-start trigger never two increases without a dose between them at the same level. */
    private static boolean raisedTooSoon(TitrationFacts facts) {
        return facts.lowStart() && facts.raisedLastTime();
    }

    private static String otherwise(TitrationFacts facts) {
        return facts.improvementPercent() == null ? "BENEFIT_UNKNOWN" : "NO_ROW_APPLIES";
    }

    private static void add(boolean applies, String reason, List<String> reasons) {
        if (applies) {
            reasons.add(reason);
        }
    }
}
