package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.screening.domain.ScreeningAnswers.DrugScreen;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.PregnancyTest;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.Tests;
import java.time.Duration;
import java.time.LocalDate;
import java.util.Map;
import java.util.Set;

/**
 * Whether a later screening shows that a finding was corrected, or merely does not name it any more (our own, after the
 * correctable codes of programme.md section 6). Corrected is what was measured, tested or seen anew on a later day and is in
 * range now; on the same day two results contradict each other, and where a day ends must not depend on the time zone of the record:
 * the screenings are some hours apart ({@link ScreeningLimits#correctedAfter()}, a day unless the clinic asks for more). What rests on
 * an interview alone (suicide risk, mania, substance use, drugs taken) or on a date (stroke, seizure) is never corrected by another
 * answer.
 */
final class CorrectionPolicy {

    /** Causes of relative findings that are measured; who is asked about anything else may say something else. */
    private static final Map<String, Set<String>> MEASURED = Map.of(
            "SCR_HTN_ELEVATED", Set.of("BLOOD_PRESSURE"),
            "SCR_HEPATIC_MODERATE", Set.of("LIVER_TESTS"),
            "SCR_RENAL_SEVERE", Set.of("EGFR"),
            "SCR_ANAEMIA_ELECTROLYTE", Set.of("HEMOGLOBIN_LOW", "POTASSIUM_LOW", "POTASSIUM_HIGH"),
            "SCR_BMI_40", Set.of("BMI"));

    private CorrectionPolicy() { }

    /** Whether all that makes it a relative finding was measured, so that it may be measured anew. */
    static boolean isMeasured(RuleResult finding) {
        return MEASURED.getOrDefault(finding.reasonCode(), Set.of()).containsAll(finding.causes());
    }

    /** Asked of findings that the later screening does not find; what it leaves unanswered keeps it from being complete. */
    static boolean isCorrected(EarlierFinding earlier, ScreeningCase later, Duration apart) {
        LocalDate lookedAt = lookedAt(earlier.reasonCode(), later);
        return earlier.correctable()
                && earlier.foundOn() != null
                && isApart(earlier, later, apart)
                && lookedAt != null
                && lookedAt.isAfter(earlier.foundOn())
                && isShown(earlier, later);
    }

    private static boolean isApart(EarlierFinding earlier, ScreeningCase later, Duration apart) {
        return earlier.performedAt() != null
                && !later.answers().performedAt().isBefore(earlier.performedAt().plus(apart));
    }

    private static boolean isShown(EarlierFinding earlier, ScreeningCase later) {
        Tests tests = later.answers().tests();
        return switch (earlier.reasonCode()) {
            case "SCR_HTN_UNCONTROLLED", "SCR_TACHYCARDIA", "SCR_HEPATIC_SEVERE", "SCR_NO_ESCORT",
                    "SCR_HTN_ELEVATED", "SCR_HEPATIC_MODERATE", "SCR_BMI_40" -> true;
            case "SCR_RENAL_SEVERE" -> tests.egfr() != null;
            case "SCR_ANAEMIA_ELECTROLYTE" -> tests.hemoglobinGramsPerDeciliter() != null && tests.potassiumMillimolesPerLiter() != null;
            case "SCR_AIRWAY" -> AnswerState.ACUTE_INFECTION.name().equals(earlier.cause());
            case "SCR_PREGNANCY" -> tests.pregnancyTest() == PregnancyTest.NEGATIVE;
            case "SCR_UDS_POSITIVE" -> tests.urineDrugScreen() == DrugScreen.NEGATIVE;
            case "SCR_THYROID" -> TestRules.TSH_LOW.equals(earlier.cause()) && tests.tshMilliunitsPerLiter() != null
                    || later.isAnswered("THYROID", AnswerState.CONTROLLED)
                    || later.isAnswered("THYROID", AnswerState.REPLACEMENT_THERAPY);
            default -> false;
        };
    }

    /** The day on which what a row rests on was measured, tested or seen; null = never. */
    static LocalDate lookedAt(String reasonCode, ScreeningCase screening) {
        return switch (reasonCode) {
            case "SCR_PREGNANCY" -> screening.pregnancyTestedOn();
            case "SCR_UDS_POSITIVE" -> screening.urineDrugScreenedOn();
            case "SCR_HEPATIC_SEVERE", "SCR_HEPATIC_MODERATE" -> screening.liverTestedOn();
            case "SCR_THYROID" -> screening.thyroidTestedOn();
            default -> screening.performedOn();
        };
    }
}
