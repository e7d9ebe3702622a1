package health.stillpoint.patient.screening.domain;

import static health.stillpoint.patient.screening.domain.FindingClass.ABS;
import static health.stillpoint.patient.screening.domain.FindingClass.CAUT;
import static health.stillpoint.patient.screening.domain.FindingClass.REL;

import health.stillpoint.patient.screening.domain.ScreeningAnswers.DrugScreen;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.PregnancyTest;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.Tests;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.Period;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** What the rows of programme.md section 4 conclude from laboratory tests and the ECG, each in its time. Missing is unanswered, never fine. */
final class TestRules {

    /** Cause of a finding that may be a hyperthyroidism. */
    static final String TSH_LOW = "TSH_LOW";

    private static final Set<String> CHILDBEARING = Set.of("CHILDBEARING_POTENTIAL");

    private final ScreeningLimits limits;
    private final InteractionPolicy interactions;

    TestRules(ScreeningLimits limits, InteractionPolicy interactions) {
        this.limits = limits;
        this.interactions = interactions;
    }

    Verdict urineDrugScreen(ScreeningCase c) {
        DrugScreen screen = c.answers().tests().urineDrugScreen();
        if (screen == null) {
            return Verdict.unanswered("URINE_DRUG_SCREEN_MISSING");
        }
        if (screen == DrugScreen.POSITIVE_UNEXPECTED) {
            return Verdict.found(ABS, "NOT_PRESCRIBED", screen);
        }
        if (screen == DrugScreen.POSITIVE_PRESCRIBED && c.answers().medications() != null && !interactions.takesDrugOfUrineScreens(c.answers())) {
            return Verdict.unanswered("PRESCRIPTION_NOT_LISTED").because(Set.of("PRESCRIPTION_NOT_LISTED"));
        }
        return c.urineDrugScreenedOn().plusDays(limits.screeningDays()).isBefore(c.today())
                ? Verdict.unanswered("URINE_DRUG_SCREEN_OLD")
                : Verdict.notFound(screen);
    }

    /** An old ECG still excludes; where one is asked it answers nothing else. */
    Verdict qtc(ScreeningCase c) {
        Integer qtc = c.answers().tests().qtcMilliseconds();
        Set<String> asking = askingForEcg(c);
        if (qtc == null) {
            return needsEcg(c)
                    ? Verdict.unanswered("ECG_MISSING").because(asking)
                    : Verdict.notFound("no ECG needed");
        }
        boolean old = needsEcg(c) && c.ecgOn().plusDays(limits.ecgDays()).isBefore(c.today());
        if (qtc < limits.qtcProlonged()) {
            return old ? Verdict.unanswered("ECG_OLD").because(asking) : Verdict.notFound(qtc + " ms").because(asking);
        }
        asking.add("PROLONGED");
        if (qtc >= limits.qtcExcluded()) {
            return Verdict.found(ABS, "PROLONGED", qtc + " ms").because(asking);
        }
        return old
                ? Verdict.unanswered("ECG_OLD").because(asking)
                : Verdict.found(CAUT, "PROLONGED", qtc + " ms", Condition.ECG_REVIEW).because(asking);
    }

    private boolean needsEcg(ScreeningCase c) {
        return c.ageYears() >= limits.ecgAge() || !askingForEcg(c).isEmpty();
    }

    /** What this visit tells that asks for an ECG, whatever the age. */
    private Set<String> askingForEcg(ScreeningCase c) {
        Set<String> asking = Stream.of("CARDIAC_MAJOR", "CARDIAC_MINOR", "STROKE_MI_RECENT")
                .filter(code -> c.isAnswered(code, AnswerState.PRESENT))
                .collect(Collectors.toCollection(HashSet::new));
        asking.addAll(interactions.drugsProlongingQt(c.answers()));
        return asking;
    }

    Verdict pregnancy(ScreeningCase c) {
        Tests tests = c.answers().tests();
        if (tests.pregnancyTest() == PregnancyTest.POSITIVE) {
            return Verdict.found(ABS, "TEST_POSITIVE", tests.pregnancyTest());
        }
        if (!c.childbearingPotential()) {
            return Verdict.notFound("no childbearing potential");
        }
        if (tests.pregnancyTest() == null || c.pregnancyTestedOn().plusDays(limits.pregnancyTestDays()).isBefore(c.today())) {
            boolean told = Boolean.TRUE.equals(c.answers().childbearingPotential());
            return Verdict.unanswered("PREGNANCY_TEST_MISSING_OR_OLD").because(told ? CHILDBEARING : Set.of());
        }
        return Verdict.notFound(tests.pregnancyTest()).because(CHILDBEARING);
    }

    Verdict hepaticSevere(ScreeningCase c) {
        Tests tests = c.answers().tests();
        boolean raised = above(tests.altTimesUpperLimit(), limits.transaminasesExcluded())
                || above(tests.astTimesUpperLimit(), limits.transaminasesExcluded())
                || above(tests.bilirubinTimesUpperLimit(), limits.bilirubinExcluded());
        return raised ? Verdict.found(ABS, "LIVER_TESTS", liver(tests)) : Verdict.notFound(liver(tests));
    }

    Verdict hepaticModerate(ScreeningCase c) {
        Tests tests = c.answers().tests();
        return isRaised(tests.altTimesUpperLimit()) || isRaised(tests.astTimesUpperLimit())
                ? Verdict.found(REL, "LIVER_TESTS", liver(tests),
                        Condition.REDUCED_DOSE_FACTOR, Condition.LONGER_MONITORING)
                : Verdict.notFound(liver(tests));
    }

    private boolean isRaised(BigDecimal timesUpperLimit) {
        return timesUpperLimit != null
                && timesUpperLimit.compareTo(limits.transaminasesRaised()) >= 0
                && timesUpperLimit.compareTo(limits.transaminasesExcluded()) <= 0;
    }

    private static String liver(Tests tests) {
        return "ALT " + tests.altTimesUpperLimit() + ", AST " + tests.astTimesUpperLimit() + ", bilirubin "
                + tests.bilirubinTimesUpperLimit() + " x ULN";
    }

    Verdict renal(ScreeningCase c) {
        BigDecimal egfr = c.answers().tests().egfr();
        return below(egfr, limits.egfrLow())
                ? Verdict.found(REL, "EGFR", egfr, Condition.REDUCED_DOSE_FACTOR)
                : Verdict.notFound(egfr);
    }

    /**
     * A low TSH may be hyperthyroidism that nobody treats: whatever was answered, the row stays open until thyroid hormones
     * confirmed it or ruled it out. A raised one does not exclude.
     */
    Verdict thyroid(ScreeningCase c) {
        BigDecimal tsh = c.answers().tests().tshMilliunitsPerLiter();
        if (below(tsh, limits.tshLow()) && !c.isAnswered("THYROID", AnswerState.PRESENT)) {
            return c.isAnswered("THYROID", AnswerState.RULED_OUT)
                    ? Verdict.found(CAUT, TSH_LOW, "TSH " + tsh, Condition.THYROID_TEST, Condition.WATCH_HEART_RATE)
                    : Verdict.unanswered(TSH_LOW).because(Set.of(TSH_LOW));
        }
        if (above(tsh, limits.tshHigh())) {
            return Verdict.found(CAUT, "TSH_HIGH", "TSH " + tsh, Condition.THYROID_TEST);
        }
        boolean replaced = c.isAnswered("THYROID", AnswerState.REPLACEMENT_THERAPY);
        return replaced && !tshInDate(c)
                ? Verdict.found(CAUT, "REPLACEMENT_WITHOUT_TSH", "REPLACEMENT_THERAPY", Condition.THYROID_TEST)
                : Verdict.notFound("TSH " + tsh);
    }

    Verdict thyroidTest(ScreeningCase c) {
        return tshInDate(c) ? Verdict.notFound("in date") : Verdict.unanswered("TSH_MISSING_OR_OLD");
    }

    private boolean tshInDate(ScreeningCase c) {
        LocalDate day = c.thyroidTestedOn();
        return day != null && !day.plusMonths(limits.tshMonths()).isBefore(c.today());
    }

    Verdict liverTest(ScreeningCase c) {
        Tests tests = c.answers().tests();
        if (tests.altTimesUpperLimit() == null || tests.astTimesUpperLimit() == null || tests.bilirubinTimesUpperLimit() == null) {
            return Verdict.unanswered("LIVER_TESTS_MISSING");
        }
        LocalDate day = c.liverTestedOn();
        return day.plusDays(limits.liverDays()).isBefore(c.today())
                ? Verdict.unanswered("LIVER_TESTS_OLD")
                : Verdict.notFound(day);
    }

    Verdict anemiaAndElectrolytes(ScreeningCase c) {
        Tests tests = c.answers().tests();
        Set<String> off = new HashSet<>();
        if (below(tests.hemoglobinGramsPerDeciliter(), limits.hemoglobinLow())) {
            off.add("HEMOGLOBIN_LOW");
        }
        if (below(tests.potassiumMillimolesPerLiter(), limits.potassiumLow())) {
            off.add("POTASSIUM_LOW");
        }
        if (above(tests.potassiumMillimolesPerLiter(), limits.potassiumHigh())) {
            off.add("POTASSIUM_HIGH");
        }
        String found = "Hb " + tests.hemoglobinGramsPerDeciliter() + ", K " + tests.potassiumMillimolesPerLiter();
        return off.isEmpty() ? Verdict.notFound(found) : Verdict.found(REL, "LABORATORY", found).because(off);
    }

    /** Of liver tests, TSH and an ECG that is asked (in-date rule of section 4); pregnancy is tested on dosing days. */
    Stream<LocalDate> lastDays(ScreeningCase c) {
        return Stream.of(
                        lastDay(c.liverTestedOn(), Period.ofDays(limits.liverDays())),
                        lastDay(needsEcg(c) ? c.ecgOn() : null, Period.ofDays(limits.ecgDays())),
                        lastDay(c.thyroidTestedOn(), Period.ofMonths(limits.tshMonths())))
                .flatMap(Optional::stream);
    }

    private static Optional<LocalDate> lastDay(LocalDate testedOn, Period validity) {
        return Optional.ofNullable(testedOn).map(day -> day.plus(validity));
    }

    private static boolean above(BigDecimal value, BigDecimal limit) {
        return value != null && value.compareTo(limit) > 0;
    }

    private static boolean below(BigDecimal value, BigDecimal limit) {
        return value != null && value.compareTo(limit) < 0;
    }
}
