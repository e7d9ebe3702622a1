package health.stillpoint.patient.screening.domain;

import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/**
 * What one screening visit recorded (programme.md section 4). What was not measured is null.
 *
 * @param bloodPressureReadings three resting readings, mmHg (LOINC 85354-9); of more, the three in a row with the highest mean count
 * @param heartRate beats per minute at rest (LOINC 8867-4)
 * @param athlete a resting heart rate below 50/min is usual for this person
 * @param oxygenSaturation SpO2 in percent on room air (LOINC 2708-6)
 * @param childbearingPotential null: assumed unless recorded male at birth
 * @param asrmTotal Altman self-rating mania scale, 0..20
 * @param auditCTotal AUDIT-C, 0..12
 * @param dast10Total DAST-10, 0..10
 * @param stopBangTotal STOP-BANG, 0..8
 */
public record ScreeningAnswers(
        Instant performedAt,
        List<BloodPressure> bloodPressureReadings,
        Integer heartRate,
        Boolean athlete,
        Integer oxygenSaturation,
        BigDecimal weightKilograms,
        BigDecimal heightCentimeters,
        List<Answer> findings,
        SuicideRisk cssrs,
        Integer asrmTotal,
        Integer auditCTotal,
        Integer dast10Total,
        Integer stopBangTotal,
        Boolean childbearingPotential,
        List<Medication> medications,
        Tests tests) {

    public ScreeningAnswers {
        bloodPressureReadings = bloodPressureReadings == null ? List.of() : List.copyOf(bloodPressureReadings);
        findings = findings == null ? List.of() : List.copyOf(findings);
        medications = medications == null ? null : List.copyOf(medications);
        tests = tests == null ? Tests.NONE : tests;
    }

    /** Systolic over diastolic, mmHg. */
    public record BloodPressure(int systolic, int diastolic) { }

    /** @param on the day it last happened, where the row depends on how long ago */
    public record Answer(String code, AnswerState state, LocalDate on, String detail) { }

    /** Result of the Columbia screener (instruments.yaml CSSRS_SCREEN). */
    public enum SuicideRisk { NONE, LOW, MODERATE, HIGH }

    /** @param rxnorm RxNorm concept id of the ingredient, where known */
    public record Medication(String name, String rxnorm, BigDecimal dailyDoseMilligrams) { }

    /** A test without a day of its own was taken at the visit. */
    public record Tests(
            DrugScreen urineDrugScreen,
            LocalDate urineDrugScreenAt,
            PregnancyTest pregnancyTest,
            LocalDate pregnancyTestAt,
            LocalDate tshAt,
            BigDecimal tshMilliunitsPerLiter,
            LocalDate liverAt,
            BigDecimal altTimesUpperLimit,
            BigDecimal astTimesUpperLimit,
            BigDecimal bilirubinTimesUpperLimit,
            BigDecimal egfr,
            BigDecimal hemoglobinGramsPerDeciliter,
            BigDecimal potassiumMillimolesPerLiter,
            LocalDate ecgAt,
            Integer qtcMilliseconds) {

        public static final Tests NONE = new Tests(null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null);
    }

    public enum DrugScreen { NEGATIVE, POSITIVE_PRESCRIBED, POSITIVE_UNEXPECTED }

    public enum PregnancyTest { NEGATIVE, POSITIVE }

    /** The same, performed at the latest at this moment: a clock may run ahead, and nothing is recorded before it is done. */
    public ScreeningAnswers performedAtLatest(Instant moment) {
        return performedAt.isAfter(moment) ? performedAt(moment) : this;
    }

    private ScreeningAnswers performedAt(Instant moment) {
        return new ScreeningAnswers(moment, bloodPressureReadings, heartRate, athlete, oxygenSaturation, weightKilograms,
                heightCentimeters, findings, cssrs, asrmTotal, auditCTotal, dast10Total, stopBangTotal, childbearingPotential,
                medications, tests);
    }

    /** Rows answered more than once: one of their answers would be lost, and it might be the one that excludes. */
    public List<String> rowsAnsweredTwice() {
        Set<String> seen = new HashSet<>();
        return findings.stream().map(Answer::code).filter(code -> !seen.add(code)).distinct().toList();
    }

    /** The answer to one row, if the row was answered. */
    public Optional<Answer> answer(String code) {
        return findings.stream().filter(answer -> answer.code().equals(code)).findFirst();
    }

    /**
     * Whether the interview found that the person cannot give informed consent (row NO_CAPACITY).
     *
     * @return empty when it does not say
     */
    public Optional<Boolean> lacksCapacity() {
        return answer("NO_CAPACITY").map(Answer::state).filter(state -> state != AnswerState.UNKNOWN).map(state -> state == AnswerState.PRESENT);
    }

    /** Never what was found: records end up in logs. */
    @Override
    public String toString() {
        return "ScreeningAnswers[withheld]";
    }
}
