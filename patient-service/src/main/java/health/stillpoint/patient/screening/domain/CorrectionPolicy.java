package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.screening.domain.ScreeningAnswers.DrugScreen;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.PregnancyTest;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.Tests;
import java.time.Duration;
import java.time.LocalDate;

/**
 * Whether a later screening shows that an exclusion was corrected, or merely does not name it any more (our own, after the
 * correctable codes of programme.md section 6). Corrected is what was measured, tested or seen anew on a later day and is in
 * range now; on the same day two results contradict each other, and where a day ends must not depend on the time zone of the record:
 * the screenings are some hours apart ({@link ScreeningLimits#correctedAfter()}, a day unless the clinic asks for more). What rests on an interview alone (suicide risk, mania, substance
 * use) or on a date (stroke, seizure) is never corrected by another answer.
 */
final class CorrectionPolicy {

    private CorrectionPolicy() { }

    /** Asked of findings that the later screening does not find; what it leaves unanswered keeps it from being complete. */
    static boolean isCorrected(EarlierExclusion earlier, ScreeningCase later, Duration apart) {
        LocalDate lookedAt = lookedAt(earlier.reasonCode(), later);
        return earlier.correctable()
                && earlier.foundOn() != null
                && isApart(earlier, later, apart)
                && lookedAt != null
                && lookedAt.isAfter(earlier.foundOn())
                && isShown(earlier, later);
    }

    private static boolean isApart(EarlierExclusion earlier, ScreeningCase later, Duration apart) {
        return earlier.performedAt() != null
                && !later.answers().performedAt().isBefore(earlier.performedAt().plus(apart));
    }

    private static boolean isShown(EarlierExclusion earlier, ScreeningCase later) {
        Tests tests = later.answers().tests();
        return switch (earlier.reasonCode()) {
            case "SCR_HTN_UNCONTROLLED", "SCR_TACHYCARDIA", "SCR_HEPATIC_SEVERE", "SCR_NO_ESCORT" -> true;
            case "SCR_AIRWAY" -> AnswerState.ACUTE_INFECTION.name().equals(earlier.cause());
            case "SCR_PREGNANCY" -> tests.pregnancyTest() == PregnancyTest.NEGATIVE;
            case "SCR_UDS_POSITIVE" -> tests.urineDrugScreen() == DrugScreen.NEGATIVE;
            case "SCR_THYROID" -> later.answers().answer("THYROID")
                    .filter(answer -> answer.state() == AnswerState.CONTROLLED || answer.state() == AnswerState.REPLACEMENT_THERAPY)
                    .isPresent();
            default -> false;
        };
    }

    /** The day on which what a row rests on was measured, tested or seen; null = never. */
    static LocalDate lookedAt(String reasonCode, ScreeningCase screening) {
        Tests tests = screening.answers().tests();
        return switch (reasonCode) {
            case "SCR_PREGNANCY" -> screening.testDay(tests.pregnancyTestAt(), tests.pregnancyTest());
            case "SCR_UDS_POSITIVE" -> screening.testDay(tests.urineDrugScreenAt(), tests.urineDrugScreen());
            case "SCR_HEPATIC_SEVERE" -> screening.testDay(tests.liverAt(), tests.altTimesUpperLimit());
            case "SCR_THYROID" -> screening.testDay(tests.tshAt(), tests.tshMilliunitsPerLiter());
            default -> screening.performedOn();
        };
    }
}
