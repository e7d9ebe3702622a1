package health.stillpoint.patient.screening.domain;

import static health.stillpoint.patient.screening.domain.FindingClass.ABS;
import static health.stillpoint.patient.screening.domain.FindingClass.CAUT;
import static health.stillpoint.patient.screening.domain.FindingClass.INFO;
import static health.stillpoint.patient.screening.domain.FindingClass.REL;

import health.stillpoint.patient.intake.domain.Comorbidity;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.BloodPressure;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.function.ToIntFunction;
import java.util.stream.IntStream;

/**
 * What the rows of programme.md section 4 conclude from vital signs, dates and questionnaires; from tests {@link TestRules}. Missing is
 * unanswered, never fine.
 */
final class MeasuredRules {

    /** What a moderate risk by C-SSRS demands (programme.md section 4). */
    static final Set<Condition> AT_MODERATE_RISK = Set.of(Condition.IN_CLINIC_ONLY, Condition.SAFETY_PLAN);

    /** Causes of a sleep apnea that no answer tells. */
    static final String STOP_BANG = "STOP_BANG";
    static final String SLEEP_APNEA_DIAGNOSED = "SLEEP_APNEA_DIAGNOSED";

    private static final String AIRWAY = "AIRWAY";
    private static final String CSSRS = "CSSRS";
    private static final String CSSRS_ALERT = "CSSRS_ALERT";
    private static final BigDecimal CENTIMETERS_PER_METER = BigDecimal.valueOf(100);
    /** C-SSRS screener, item 7 (F, instruments.yaml CSSRS_SCREEN). */
    private static final int SUICIDAL_BEHAVIOR_MONTHS = 3;

    private final ScreeningLimits limits;
    private final InteractionPolicy interactions;

    MeasuredRules(ScreeningLimits limits, InteractionPolicy interactions) {
        this.limits = limits;
        this.interactions = interactions;
    }

    Verdict mania(ScreeningCase c) {
        Integer asrm = c.answers().asrmTotal();
        if (asrm == null) {
            return Verdict.unanswered("ASRM_MISSING");
        }
        boolean ruledOut = c.isAnswered("MANIA_CURRENT", AnswerState.RULED_OUT);
        return asrm >= limits.asrmPositive() && !ruledOut
                ? Verdict.found(ABS, "ASRM_POSITIVE", "ASRM " + asrm)
                : Verdict.notFound("ASRM " + asrm);
    }

    /** Euthymic on a mood stabilizer; what is in no list steadies nothing. Of a list that nobody asked for nothing is known. */
    Verdict bipolar(ScreeningCase c) {
        boolean listed = c.answers().medications() != null;
        if (!listed || !c.isAnswered("BIPOLAR_STABLE", AnswerState.PRESENT) || interactions.takesMoodStabilizer(c.answers())) {
            return Verdict.notFound("on a mood stabilizer, or not stated");
        }
        return interactions.takesAntidepressant(c.answers())
                ? Verdict.found(REL, RuleResult.ANTIDEPRESSANT_ALONE, "an antidepressant, no mood stabilizer or antipsychotic")
                : Verdict.found(REL, RuleResult.NO_MOOD_STABILIZER, "no mood stabilizer or antipsychotic");
    }

    /** A raised questionnaire is not the disorder: it asks for the assessment that confirms or rules it out. */
    Verdict substanceUse(ScreeningCase c) {
        Integer alcohol = c.answers().auditCTotal();
        Integer drugs = c.answers().dast10Total();
        Set<String> raised = new HashSet<>();
        if (alcohol != null && alcohol >= limits.auditCPositive()) {
            raised.add("AUDIT_C");
        }
        if (drugs != null && drugs >= limits.dast10Positive()) {
            raised.add("DAST_10");
        }
        boolean assessed = c.isAnswered("SUD_ACTIVE", AnswerState.RULED_OUT)
                || c.isAnswered("SUD_ACTIVE", AnswerState.PRESENT);
        if (!raised.isEmpty() && !assessed) {
            return Verdict.unanswered(RuleResult.ASSESSMENT_DUE).because(raised);
        }
        return alcohol == null || drugs == null
                ? Verdict.unanswered("AUDIT_C_OR_DAST_10_MISSING")
                : Verdict.notFound("AUDIT-C " + alcohol + ", DAST-10 " + drugs);
    }

    Verdict ketamineMisuse(ScreeningCase c) {
        return byItsDay(c, "KETAMINE_MISUSE", on ->
                on != null && !c.today().isBefore(on.plusYears(limits.ketamineMisuseYears()))
                        ? Verdict.found(REL, "LONG_AGO", on)
                        : Verdict.found(ABS, on == null ? "DATE_UNKNOWN" : "RECENT", on));
    }

    Verdict hypertensionUncontrolled(ScreeningCase c) {
        List<BloodPressure> readings = c.answers().bloodPressureReadings();
        if (readings.size() < limits.bloodPressureReadings()) {
            return tooFew(isUncontrolled(readings));
        }
        return isUncontrolled(readings)
                ? Verdict.found(ABS, "BLOOD_PRESSURE", shown(readings))
                : Verdict.notFound(shown(readings));
    }

    Verdict hypertensionElevated(ScreeningCase c) {
        List<BloodPressure> readings = c.answers().bloodPressureReadings();
        boolean elevated = !isUncontrolled(readings) && isElevated(readings);
        if (readings.size() < limits.bloodPressureReadings()) {
            return tooFew(elevated);
        }
        return elevated
                ? Verdict.found(REL, "BLOOD_PRESSURE", shown(readings),
                        Condition.TREAT_HYPERTENSION_FIRST, Condition.WATCH_BLOOD_PRESSURE)
                : Verdict.notFound(shown(readings));
    }

    /** Too few to say that it is in range; what they are at speaks all the same (our own: unknown means no). */
    private static Verdict tooFew(boolean beyond) {
        return Verdict.unanswered(RuleResult.TOO_FEW_READINGS).because(beyond ? Set.of("BLOOD_PRESSURE") : Set.of());
    }

    private boolean isElevated(List<BloodPressure> readings) {
        return reaches(readings, limits.systolicElevated(), limits.diastolicElevated());
    }

    private boolean isUncontrolled(List<BloodPressure> readings) {
        return reaches(readings, limits.systolicUncontrolled(), limits.diastolicUncontrolled());
    }

    private boolean reaches(List<BloodPressure> readings, int systolic, int diastolic) {
        return !readings.isEmpty()
                && (mean(readings, BloodPressure::systolic).compareTo(BigDecimal.valueOf(systolic)) >= 0
                        || mean(readings, BloodPressure::diastolic).compareTo(BigDecimal.valueOf(diastolic)) >= 0);
    }

    /**
     * The highest mean of three readings one after another: further ones never dilute those that exclude (numbers P, section 4). Of fewer
     * the mean of all.
     */
    private BigDecimal mean(List<BloodPressure> readings, ToIntFunction<BloodPressure> side) {
        int count = Math.min(limits.bloodPressureReadings(), readings.size());
        return IntStream.rangeClosed(0, readings.size() - count)
                .mapToObj(first -> readings.subList(first, first + count).stream().mapToInt(side).sum())
                .max(Comparator.naturalOrder())
                .map(sum -> BigDecimal.valueOf(sum).divide(BigDecimal.valueOf(count), MathContext.DECIMAL64))
                .orElseThrow();
    }

    private String shown(List<BloodPressure> readings) {
        return mean(readings, BloodPressure::systolic).setScale(1, RoundingMode.HALF_UP) + "/"
                + mean(readings, BloodPressure::diastolic).setScale(1, RoundingMode.HALF_UP) + " mmHg";
    }

    Verdict strokeOrInfarction(ScreeningCase c) {
        return byItsDay(c, "STROKE_MI_RECENT", on -> {
            if (on == null) {
                return Verdict.found(ABS, "DATE_UNKNOWN", null);
            }
            if (!c.today().isAfter(on.plusWeeks(limits.strokeOrInfarctionWeeks()))) {
                return Verdict.found(ABS, "RECENT", on);
            }
            return c.today().isAfter(on.plusMonths(limits.strokeOrInfarctionMonths()))
                    ? Verdict.found(INFO, "LONG_AGO", on)
                    : Verdict.found(REL, "WITHIN_A_YEAR", on);
        });
    }

    Verdict heartRate(ScreeningCase c) {
        Integer rate = c.answers().heartRate();
        if (rate == null) {
            return Verdict.unanswered("HEART_RATE_MISSING");
        }
        if (rate > limits.heartRateExcluded()) {
            return Verdict.found(ABS, "HIGH", rate + "/min");
        }
        boolean slow = rate < limits.heartRateLow() && !Boolean.TRUE.equals(c.answers().athlete());
        return rate > limits.heartRateHigh() || slow
                ? Verdict.found(CAUT, slow ? "LOW" : "HIGH", rate + "/min", Condition.WATCH_HEART_RATE)
                : Verdict.notFound(rate + "/min");
    }

    Verdict seizure(ScreeningCase c) {
        return byItsDay(c, "SEIZURE_UNCONTROLLED", on ->
                on != null && c.today().isAfter(on.plusMonths(limits.seizureFreeMonths()))
                        ? Verdict.found(REL, "CONTROLLED", on, Condition.WATCH_SEIZURE)
                        : Verdict.found(ABS, on == null ? "DATE_UNKNOWN" : "RECENT", on));
    }

    /** A history that goes on to the day of the visit is none. */
    Verdict cystitis(ScreeningCase c) {
        return c.answers().answer("CYSTITIS")
                .filter(answer -> answer.on() != null && !answer.on().isBefore(c.performedOn()))
                .map(answer -> dated(Verdict.found(ABS, "RECENT", answer.on()), answer.on()))
                .orElseGet(() -> Verdict.notFound("not stated"));
    }

    Verdict minor(ScreeningCase c) {
        return c.ageYears() < limits.adultAge()
                ? Verdict.found(ABS, "AGE", c.ageYears() + " years")
                : Verdict.notFound(c.ageYears() + " years");
    }

    Verdict oldAge(ScreeningCase c) {
        return c.ageYears() >= limits.oldAge()
                ? Verdict.found(REL, "AGE", c.ageYears() + " years", Condition.LOW_START, Condition.REDUCED_DOSE_FACTOR)
                : Verdict.notFound(c.ageYears() + " years");
    }

    Verdict bodyMass(ScreeningCase c) {
        BigDecimal kilograms = c.answers().weightKilograms();
        BigDecimal centimeters = c.answers().heightCentimeters();
        if (kilograms == null || centimeters == null) {
            return Verdict.unanswered("WEIGHT_OR_HEIGHT_MISSING");
        }
        BigDecimal meters = centimeters.divide(CENTIMETERS_PER_METER, MathContext.DECIMAL64);
        BigDecimal bmi = kilograms.divide(meters.multiply(meters), MathContext.DECIMAL64);
        String found = bmi.setScale(1, RoundingMode.HALF_UP) + " kg/m2";
        if (bmi.compareTo(limits.bmiObesityClearance()) >= 0) {
            return Verdict.found(REL, "BMI", found,
                    Condition.CLINIC_WITH_AIRWAY_SKILLS, Condition.IDEAL_BODY_WEIGHT_DOSING);
        }
        return bmi.compareTo(limits.bmiIdealWeightDosing()) >= 0
                ? Verdict.found(CAUT, "BMI", found, Condition.IDEAL_BODY_WEIGHT_DOSING)
                : Verdict.notFound(found);
    }

    Verdict lowWeight(ScreeningCase c) {
        BigDecimal kilograms = c.answers().weightKilograms();
        if (kilograms == null) {
            return Verdict.unanswered("WEIGHT_MISSING");
        }
        return kilograms.compareTo(limits.weightLowKilograms()) < 0
                ? Verdict.found(CAUT, "WEIGHT", kilograms + " kg", Condition.NO_FIXED_TABLETS, Condition.LOW_START)
                : Verdict.notFound(kilograms + " kg");
    }

    Verdict sleepApnea(ScreeningCase c) {
        Integer stopBang = c.answers().stopBangTotal();
        Verdict scored = stopBang != null && stopBang >= limits.stopBangPositive()
                ? Verdict.found(REL, STOP_BANG, stopBang, Condition.NO_PSYCHEDELIC_LEVEL_IM_IV)
                : Verdict.notFound("STOP-BANG " + stopBang);
        return Verdict.together(scored, diagnosedSleepApnea(c));
    }

    /**
     * The row takes one answer: one that names another cause says nothing of a sleep apnea that the intake diagnosed, which counts as
     * untreated then (our own: unknown means no). A denial contradicts the intake ({@link ComorbidityPolicy}).
     */
    private static Verdict diagnosedSleepApnea(ScreeningCase c) {
        boolean diagnosed = c.intake() != null && c.intake().comorbidities().contains(Comorbidity.OSA);
        boolean told = c.isAnswered(AIRWAY, AnswerState.CONTROLLED) || c.isAnswered(AIRWAY, AnswerState.UNTREATED_SLEEP_APNEA);
        return diagnosed && !told && c.tellsOf(AIRWAY)
                ? Verdict.found(REL, SLEEP_APNEA_DIAGNOSED, Comorbidity.OSA, Condition.NO_PSYCHEDELIC_LEVEL_IM_IV)
                : Verdict.notFound("no other sleep apnea");
    }

    Verdict lungs(ScreeningCase c) {
        Integer saturation = c.answers().oxygenSaturation();
        if (saturation == null) {
            return Verdict.unanswered("OXYGEN_SATURATION_MISSING");
        }
        return saturation < limits.oxygenSaturationExcluded()
                ? Verdict.found(ABS, "SPO2", saturation + " %")
                : Verdict.notFound(saturation + " %");
    }

    /** The C-SSRS calls any suicidal behavior within three months HIGH: an attempt in them counts whatever total stands beside it. */
    Verdict suicideHigh(ScreeningCase c) {
        Verdict attempt = c.answers().answer("SELF_HARM_RECENT")
                .filter(answer -> answer.on() != null && !c.performedOn().isAfter(answer.on().plusMonths(SUICIDAL_BEHAVIOR_MONTHS)))
                .map(answer -> dated(Verdict.found(ABS, "RECENT_ATTEMPT", answer.on()), answer.on()))
                .orElseGet(() -> Verdict.notFound("no attempt stated"));
        return Verdict.together(suicide(c, SuicideRisk.HIGH, ABS), attempt);
    }

    Verdict suicideModerate(ScreeningCase c) {
        return suicide(c, SuicideRisk.MODERATE, REL, AT_MODERATE_RISK.toArray(Condition[]::new));
    }

    /** The same finding from the questionnaire between the visits as from the visit; each alert is a cause of its own, told by somebody anew. */
    private static Verdict suicide(ScreeningCase c, SuicideRisk level, FindingClass weight, Condition... conditions) {
        Instant alertedAt = c.standingAlert(level);
        if (alertedAt != null) {
            return Verdict.found(weight, CSSRS_ALERT, "C-SSRS alert " + level + " of " + alertedAt, conditions)
                    .because(Set.of(CSSRS, CSSRS_ALERT + "_" + alertedAt));
        }
        SuicideRisk risk = c.answers().cssrs();
        if (risk == null) {
            return Verdict.unanswered("CSSRS_MISSING");
        }
        return risk == level ? Verdict.found(weight, CSSRS, risk, conditions) : Verdict.notFound(risk);
    }

    Verdict selfHarm(ScreeningCase c) {
        return byItsDay(c, "SELF_HARM_RECENT", on ->
                on != null && c.today().isAfter(on.plusMonths(limits.selfHarmMonths()))
                        ? Verdict.notFound(on)
                        : Verdict.found(REL, on == null ? "DATE_UNKNOWN" : "RECENT", on));
    }

    Verdict alteredStateAversion(ScreeningCase c) {
        IntakeContent intake = c.intake();
        if (intake == null || intake.comfortWithAlteredStates() == null || intake.fearOfLosingControl() == null) {
            return Verdict.unanswered("INTAKE_MISSING");
        }
        String found = "comfort " + intake.comfortWithAlteredStates() + ", fear " + intake.fearOfLosingControl();
        return intake.comfortWithAlteredStates() <= limits.comfortWithAlteredStatesAversion()
                        || intake.fearOfLosingControl() >= limits.fearOfLosingControlAversion()
                ? Verdict.found(REL, "AVERSION", found,
                        Condition.EXTRA_PREPARATION, Condition.LOW_START, Condition.REASK_CONSENT)
                : Verdict.notFound(found);
    }

    Verdict escort(ScreeningCase c) {
        if (c.intake() == null || c.intake().support() == null) {
            return Verdict.unanswered("INTAKE_MISSING");
        }
        return c.intake().support().escortAvailable()
                ? Verdict.notFound("escort available")
                : Verdict.found(ABS, "NO_ESCORT", "none");
    }

    Verdict support(ScreeningCase c) {
        if (c.intake() == null || c.intake().support() == null) {
            return Verdict.unanswered("INTAKE_MISSING");
        }
        int score = c.intake().support().score();
        return score <= limits.supportLow()
                ? Verdict.found(REL, "SUPPORT_SCORE", score, Condition.EXTRA_SUPPORT)
                : Verdict.notFound(score);
    }

    Verdict traumaScale(ScreeningCase c) {
        Integer pcl5 = c.intake() == null ? null : c.intake().measuresOrNone().pcl5();
        return pcl5 == null
                ? Verdict.found(INFO, "PCL5_MISSING", "none", Condition.PCL5_BEFORE_FIRST_DOSE)
                : Verdict.notFound("PCL-5 " + pcl5);
    }

    Verdict medicationList(ScreeningCase c) {
        if (c.answers().medications() == null) {
            return Verdict.unanswered("MEDICATIONS_NOT_RECONCILED");
        }
        return interactions.open(c.answers())
                .<Verdict>map(reason -> Verdict.unanswered(reason).because(Set.of(reason)))
                .orElseGet(() -> Verdict.notFound(c.answers().medications().size() + " listed"));
    }

    /** A day counts whatever the state beside it says, since a state cannot make it longer ago; without a day only PRESENT does. */
    private static Verdict byItsDay(ScreeningCase c, String code, Function<LocalDate, Verdict> weigh) {
        return c.answers().answer(code)
                .filter(answer -> answer.state() == AnswerState.PRESENT || answer.on() != null)
                .map(answer -> dated(weigh.apply(answer.on()), answer.on()))
                .orElseGet(() -> Verdict.notFound("not stated"));
    }

    /** What happened on another day is another event. */
    private static Verdict dated(Verdict verdict, LocalDate on) {
        return verdict instanceof Verdict.Found found && on != null ? found.because(Set.of(found.reason(), RuleResult.EVENT_ON + on)) : verdict;
    }
}
