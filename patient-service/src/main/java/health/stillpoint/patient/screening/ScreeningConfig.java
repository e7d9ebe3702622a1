package health.stillpoint.patient.screening;

import health.stillpoint.patient.screening.domain.ScreeningLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** Numbers of the screening rules, each with its source; rows are those of programme.md section 4. */
@ConfigMapping(prefix = "stillpoint.screening")
public interface ScreeningConfig extends ScreeningLimits {

    /** HTN_UNCONTROLLED: mean of 3 readings (P). */
    @Override
    @WithDefault("3")
    int bloodPressureReadings();

    /** mmHg; HTN_UNCONTROLLED (P). */
    @Override
    @WithDefault("160")
    int systolicUncontrolled();

    /** mmHg; HTN_UNCONTROLLED (P). */
    @Override
    @WithDefault("100")
    int diastolicUncontrolled();

    /** mmHg; HTN_ELEVATED, Spravato: consider delaying above 140/90 (F). */
    @Override
    @WithDefault("140")
    int systolicElevated();

    /** mmHg; HTN_ELEVATED (F). */
    @Override
    @WithDefault("90")
    int diastolicElevated();

    /** Beats per minute, above; TACHYCARDIA (P). */
    @Override
    @WithDefault("110")
    int heartRateExcluded();

    /** Beats per minute, above; TACHYCARDIA 101-110 (P). */
    @Override
    @WithDefault("100")
    int heartRateHigh();

    /** Beats per minute, below, unless an athlete; TACHYCARDIA (P). */
    @Override
    @WithDefault("50")
    int heartRateLow();

    /** Milliseconds; QTC (P). */
    @Override
    @WithDefault("500")
    int qtcExcluded();

    /** Milliseconds; QTC 460-499 (P). */
    @Override
    @WithDefault("460")
    int qtcProlonged();

    /** Years; QTC and minimum tests (P). */
    @Override
    @WithDefault("60")
    int ecgAge();

    /** Percent, below; LUNG_SEVERE (P). */
    @Override
    @WithDefault("92")
    int oxygenSaturationExcluded();

    /** kg/m2; BMI_40 (R/P). */
    @Override
    @WithDefault("40")
    BigDecimal bmiObesityClearance();

    /** kg/m2; BMI_40 30-39.9 (R/P). */
    @Override
    @WithDefault("30")
    BigDecimal bmiIdealWeightDosing();

    /** kg, below; WEIGHT_LOW (P). */
    @Override
    @WithDefault("45")
    BigDecimal weightLowKilograms();

    /** Times ULN, above; HEPATIC_SEVERE (P). */
    @Override
    @WithDefault("5")
    BigDecimal transaminasesExcluded();

    /** Times ULN; HEPATIC_MODERATE 3-5 (P). */
    @Override
    @WithDefault("3")
    BigDecimal transaminasesRaised();

    /** Times ULN, above; HEPATIC_SEVERE (P). */
    @Override
    @WithDefault("2")
    BigDecimal bilirubinExcluded();

    /** mL/min/1.73 m2, below; RENAL_SEVERE (P). */
    @Override
    @WithDefault("30")
    BigDecimal egfrLow();

    /** g/dL, below; ANAEMIA_ELECTROLYTE (P). */
    @Override
    @WithDefault("8")
    BigDecimal hemoglobinLow();

    /** mmol/L, below; ANAEMIA_ELECTROLYTE (P). */
    @Override
    @WithDefault("3.0")
    BigDecimal potassiumLow();

    /** mmol/L, above; ANAEMIA_ELECTROLYTE (P). */
    @Override
    @WithDefault("5.5")
    BigDecimal potassiumHigh();

    /** ASRM total; MANIA_CURRENT (F Hull 2022). */
    @Override
    @WithDefault("6")
    int asrmPositive();

    /** AUDIT-C total; SUD_ACTIVE (F). */
    @Override
    @WithDefault("8")
    int auditCPositive();

    /** DAST-10 total; SUD_ACTIVE (F). */
    @Override
    @WithDefault("6")
    int dast10Positive();

    /** STOP-BANG total; AIRWAY (R/P). */
    @Override
    @WithDefault("5")
    int stopBangPositive();

    /** Years; KETAMINE_MISUSE (P). */
    @Override
    @WithDefault("5")
    int ketamineMisuseYears();

    /** Weeks; STROKE_MI_RECENT (R, label). */
    @Override
    @WithDefault("6")
    int strokeOrInfarctionWeeks();

    /** Months; STROKE_MI_RECENT (R). */
    @Override
    @WithDefault("12")
    int strokeOrInfarctionMonths();

    /** Months; SEIZURE_UNCONTROLLED (R). */
    @Override
    @WithDefault("6")
    int seizureFreeMonths();

    /** Months; SELF_HARM_RECENT (P). */
    @Override
    @WithDefault("12")
    int selfHarmMonths();

    /** Months; THYROID and minimum tests (R/P). */
    @Override
    @WithDefault("12")
    int tshMonths();

    /** Days; HEPATIC_SEVERE and minimum tests (P). */
    @Override
    @WithDefault("90")
    int liverDays();

    /** Days; PREGNANCY (P). */
    @Override
    @WithDefault("28")
    int pregnancyTestDays();

    /** Days before the decision; schedules.md section 1, SCREEN. */
    @Override
    @WithDefault("30")
    int screeningDays();

    /** Years; AGE_MINOR (F). */
    @Override
    @WithDefault("18")
    int adultAge();

    /** Years; AGE_65 (P). */
    @Override
    @WithDefault("65")
    int oldAge();

    /** 0..10; ALTERED_STATE_AVERSION (S). */
    @Override
    @WithDefault("2")
    int comfortWithAlteredStatesAversion();

    /** 0..10; ALTERED_STATE_AVERSION (S). */
    @Override
    @WithDefault("9")
    int fearOfLosingControlAversion();

    /** Support score 0..4; SUPPORT_LOW (S). */
    @Override
    @WithDefault("1")
    int supportLow();

    /** mg lorazepam-equivalent a day, above; section 4.1 IX_BZD (P). */
    @Override
    @WithDefault("2")
    BigDecimal lorazepamEquivalentMilligrams();

    /** MME a day, above; section 4.1 IX_OPI (P). */
    @Override
    @WithDefault("50")
    BigDecimal morphineEquivalentMilligrams();

    /** mg a day, above; section 4.1 IX_SEIZ names a high dose, 300 mg is ours (P). */
    @Override
    @WithDefault("300")
    BigDecimal bupropionHighMilligrams();

    /** Days; section 4, clearance. */
    @Override
    @WithDefault("90")
    int clearanceDays();

    /** Section 6 rule 1; TACHYCARDIA is added because its row says "that day". */
    @Override
    @WithDefault("HTN_UNCONTROLLED,SUD_ACTIVE,PREGNANCY,BREASTFEEDING,THYROID,SUICIDE_HIGH,MANIA_CURRENT,NO_ESCORT,UDS_POSITIVE,HEPATIC_SEVERE,SEIZURE_UNCONTROLLED,AIRWAY,STROKE_MI_RECENT,TACHYCARDIA")
    Set<String> correctable();

    /** dosing-and-monitoring.md section 2 (P). */
    @Override
    @WithDefault("0.75")
    BigDecimal doseFactorOldAge();

    /** dosing-and-monitoring.md section 2 (P). */
    @Override
    @WithDefault("0.5")
    BigDecimal doseFactorHepaticModerate();

    /** Section 4.1 IX_CYP_INH (P); 0.75 by injection is applied where the route is known. */
    @Override
    @WithDefault("0.5")
    BigDecimal doseFactorCypInhibitor();

    /** dosing-and-monitoring.md section 2 (P). */
    @Override
    @WithDefault("0.75")
    BigDecimal doseFactorRenalSevere();

    /** How much earlier than its recording a visit may have been before it counts as recorded late; 15 minutes (P). */
    @WithDefault("PT15M")
    Duration late();

    /** How far a recorded moment may lie ahead of the clinic's clock; 2 minutes (P). */
    @WithDefault("PT2M")
    Duration ahead();
}
