package health.stillpoint.patient.screening.domain;

import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.patients.domain.SexAtBirth;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Map;

/**
 * Everything the screening rules look at.
 *
 * @param ageYears completed years on {@code today}
 * @param intake the signed intake that is known; null while there is none
 * @param today the day the rules are asked, where the patient lives
 * @param performedOn the day of the screening visit, where the patient lives
 * @param alertedAt when the last C-SSRS alert of each risk was raised
 */
public record ScreeningCase(
        ScreeningAnswers answers,
        int ageYears,
        SexAtBirth sexAtBirth,
        IntakeContent intake,
        LocalDate performedOn,
        LocalDate today,
        Map<SuicideRisk, Instant> alertedAt) {

    public ScreeningCase {
        alertedAt = Map.copyOf(alertedAt);
    }

    /**
     * When an alert of this risk was raised that the visit did not come after: it is the later C-SSRS, and what the visit says of
     * suicide risk is overtaken. Null = none stands.
     */
    public Instant standingAlert(SuicideRisk risk) {
        Instant raisedAt = alertedAt.get(risk);
        return raisedAt == null || answers.performedAt().isAfter(raisedAt) ? null : raisedAt;
    }

    /**
     * Assumed unless recorded otherwise or recorded male at birth, and whatever was recorded when the row CONTRACEPTION says
     * that it is there: a missing test must not pass unnoticed.
     */
    boolean childbearingPotential() {
        boolean stated = answers.childbearingPotential() == null
                ? sexAtBirth != SexAtBirth.MALE
                : answers.childbearingPotential();
        return stated || tellsOf("CONTRACEPTION");
    }

    /** Whether somebody answered at the visit that it is, or was, there. */
    boolean tellsOf(String row) {
        return answers.answer(row).filter(answer -> answer.state().tellsOfIt()).isPresent();
    }

    /** The day of the last liver tests; null = none. */
    public LocalDate liverTestedOn() {
        return testedOn(answers.tests().liverAt(), answers.tests().altTimesUpperLimit());
    }

    LocalDate thyroidTestedOn() {
        return testedOn(answers.tests().tshAt(), answers.tests().tshMilliunitsPerLiter());
    }

    LocalDate ecgOn() {
        return testedOn(answers.tests().ecgAt(), answers.tests().qtcMilliseconds());
    }

    LocalDate pregnancyTestedOn() {
        return testedOn(answers.tests().pregnancyTestAt(), answers.tests().pregnancyTest());
    }

    LocalDate urineDrugScreenedOn() {
        return testedOn(answers.tests().urineDrugScreenAt(), answers.tests().urineDrugScreen());
    }

    /** A test that names no day was taken at the visit; a day without a result is no test. */
    private LocalDate testedOn(LocalDate recorded, Object result) {
        if (result == null) {
            return null;
        }
        return recorded == null ? performedOn : recorded;
    }

    boolean isAnswered(String row, AnswerState state) {
        return answers.answer(row).filter(answer -> answer.state() == state).isPresent();
    }

    @Override
    public String toString() {
        return "ScreeningCase[withheld]";
    }
}
