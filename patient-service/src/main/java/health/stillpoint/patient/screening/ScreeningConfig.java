package health.stillpoint.patient.screening;

import health.stillpoint.patient.Among;
import health.stillpoint.patient.Bounds;
import health.stillpoint.patient.screening.domain.ScreeningLimits;
import io.quarkus.arc.Unremovable;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** Numbers of the screening rules, each with its source; rows are those of programme.md section 4. */
@Unremovable
@ConfigMapping(prefix = "stillpoint.screening")
public interface ScreeningConfig extends ScreeningLimits {

    /** HTN_UNCONTROLLED: mean of 3 readings (P). */
    @Override
    @WithDefault("3")
    @Bounds(least = "3", most = "10")
    int bloodPressureReadings();

    /** mmHg; HTN_UNCONTROLLED (P). */
    @Override
    @WithDefault("160")
    @Bounds(least = "140", most = "160")
    int systolicUncontrolled();

    /** mmHg; HTN_UNCONTROLLED (P). */
    @Override
    @WithDefault("100")
    @Bounds(least = "90", most = "100")
    int diastolicUncontrolled();

    /** mmHg; HTN_ELEVATED, Spravato: consider delaying above 140/90 (F). */
    @Override
    @WithDefault("140")
    @Bounds(least = "120", most = "140")
    int systolicElevated();

    /** mmHg; HTN_ELEVATED (F). */
    @Override
    @WithDefault("90")
    @Bounds(least = "80", most = "90")
    int diastolicElevated();

    /** Beats per minute, above; TACHYCARDIA (P). */
    @Override
    @WithDefault("110")
    @Bounds(least = "100", most = "110")
    int heartRateExcluded();

    /** Beats per minute, above; TACHYCARDIA 101-110 (P). */
    @Override
    @WithDefault("100")
    @Bounds(least = "90", most = "100")
    int heartRateHigh();

    /** Beats per minute, below, unless an athlete; TACHYCARDIA (P). */
    @Override
    @WithDefault("50")
    @Bounds(least = "50", most = "60")
    int heartRateLow();

    /** Milliseconds; QTC (P). */
    @Override
    @WithDefault("500")
    @Bounds(least = "470", most = "500")
    int qtcExcluded();

    /** Milliseconds; QTC 460-499 (P). */
    @Override
    @WithDefault("460")
    @Bounds(least = "440", most = "460")
    int qtcProlonged();

    /** Years; QTC and minimum tests (P). */
    @Override
    @WithDefault("60")
    @Bounds(least = "40", most = "60")
    int ecgAge();

    /** Percent, below; LUNG_SEVERE (P). */
    @Override
    @WithDefault("92")
    @Bounds(least = "92", most = "96")
    int oxygenSaturationExcluded();

    /** kg/m2; BMI_40 (R/P). */
    @Override
    @WithDefault("40")
    @Bounds(least = "35", most = "40")
    BigDecimal bmiObesityClearance();

    /** kg/m2; BMI_40 30-39.9 (R/P). */
    @Override
    @WithDefault("30")
    @Bounds(least = "25", most = "30")
    BigDecimal bmiIdealWeightDosing();

    /** kg, below; WEIGHT_LOW (P). */
    @Override
    @WithDefault("45")
    @Bounds(least = "45", most = "60")
    BigDecimal weightLowKilograms();

    /** Times ULN, above; HEPATIC_SEVERE (P). */
    @Override
    @WithDefault("5")
    @Bounds(least = "3", most = "5")
    BigDecimal transaminasesExcluded();

    /** Times ULN; HEPATIC_MODERATE 3-5 (P). */
    @Override
    @WithDefault("3")
    @Bounds(least = "2", most = "3")
    BigDecimal transaminasesRaised();

    /** Times ULN, above; HEPATIC_SEVERE (P). */
    @Override
    @WithDefault("2")
    @Bounds(least = "1", most = "2")
    BigDecimal bilirubinExcluded();

    /** mL/min/1.73 m2, below; RENAL_SEVERE (P). */
    @Override
    @WithDefault("30")
    @Bounds(least = "30", most = "60")
    BigDecimal egfrLow();

    /** g/dL, below; ANAEMIA_ELECTROLYTE (P). */
    @Override
    @WithDefault("8")
    @Bounds(least = "8", most = "12")
    BigDecimal hemoglobinLow();

    /** mmol/L, below; ANAEMIA_ELECTROLYTE (P). */
    @Override
    @WithDefault("3.0")
    @Bounds(least = "3.0", most = "3.5")
    BigDecimal potassiumLow();

    /** mmol/L, above; ANAEMIA_ELECTROLYTE (P). */
    @Override
    @WithDefault("5.5")
    @Bounds(least = "5.0", most = "5.5")
    BigDecimal potassiumHigh();

    /** ASRM total; MANIA_CURRENT (F Hull 2022). */
    @Override
    @WithDefault("6")
    @Bounds(least = "3", most = "6")
    int asrmPositive();

    /** AUDIT-C total; SUD_ACTIVE (F). */
    @Override
    @WithDefault("8")
    @Bounds(least = "3", most = "8")
    int auditCPositive();

    /** DAST-10 total; SUD_ACTIVE (F). */
    @Override
    @WithDefault("6")
    @Bounds(least = "3", most = "6")
    int dast10Positive();

    /** STOP-BANG total; AIRWAY (R/P). */
    @Override
    @WithDefault("5")
    @Bounds(least = "3", most = "5")
    int stopBangPositive();

    /** Years; KETAMINE_MISUSE (P). */
    @Override
    @WithDefault("5")
    @Bounds(least = "5", most = "20")
    int ketamineMisuseYears();

    /** Weeks; STROKE_MI_RECENT (R, label). */
    @Override
    @WithDefault("6")
    @Bounds(least = "6", most = "26")
    int strokeOrInfarctionWeeks();

    /** Months; STROKE_MI_RECENT (R). */
    @Override
    @WithDefault("12")
    @Bounds(least = "12", most = "36")
    int strokeOrInfarctionMonths();

    /** Months; SEIZURE_UNCONTROLLED (R). */
    @Override
    @WithDefault("6")
    @Bounds(least = "6", most = "24")
    int seizureFreeMonths();

    /** Months; SELF_HARM_RECENT (P). */
    @Override
    @WithDefault("12")
    @Bounds(least = "12", most = "36")
    int selfHarmMonths();

    /** mIU/L, below; THYROID, a usual adult reference range (P, our own: the table names none). */
    @Override
    @WithDefault("0.4")
    @Bounds(least = "0.4", most = "1.0")
    BigDecimal tshLow();

    /** mIU/L, above; THYROID, as above (P, our own). */
    @Override
    @WithDefault("4.0")
    @Bounds(least = "2.0", most = "4.0")
    BigDecimal tshHigh();

    /** Months; THYROID and minimum tests (R/P). */
    @Override
    @WithDefault("12")
    @Bounds(least = "1", most = "12")
    int tshMonths();

    /** Days; HEPATIC_SEVERE and minimum tests (P). */
    @Override
    @WithDefault("90")
    @Bounds(least = "7", most = "90")
    int liverDays();

    /** Days; PREGNANCY (P). */
    @Override
    @WithDefault("28")
    @Bounds(least = "1", most = "28")
    int pregnancyTestDays();

    /** Days; QTC (P, our own: the table names no time). */
    @Override
    @WithDefault("90")
    @Bounds(least = "7", most = "180")
    int ecgDays();

    /** Days before the decision; schedules.md section 1, SCREEN. */
    @Override
    @WithDefault("30")
    @Bounds(least = "7", most = "30")
    int screeningDays();

    /** Years; AGE_MINOR (F). */
    @Override
    @WithDefault("18")
    @Bounds(least = "18", most = "21")
    int adultAge();

    /** Years; AGE_65 (P). */
    @Override
    @WithDefault("65")
    @Bounds(least = "60", most = "65")
    int oldAge();

    /** 0..10; ALTERED_STATE_AVERSION (S). */
    @Override
    @WithDefault("2")
    @Bounds(least = "2", most = "5")
    int comfortWithAlteredStatesAversion();

    /** 0..10; ALTERED_STATE_AVERSION (S). */
    @Override
    @WithDefault("9")
    @Bounds(least = "6", most = "9")
    int fearOfLosingControlAversion();

    /** Support score 0..4; SUPPORT_LOW (S). */
    @Override
    @WithDefault("1")
    @Bounds(least = "1", most = "3")
    int supportLow();

    /** mg lorazepam-equivalent a day, above; section 4.1 IX_BZD (P). */
    @Override
    @WithDefault("2")
    @Bounds(least = "0", most = "2")
    BigDecimal lorazepamEquivalentMilligrams();

    /** MME a day, above; section 4.1 IX_OPI (P). */
    @Override
    @WithDefault("50")
    @Bounds(least = "0", most = "50")
    BigDecimal morphineEquivalentMilligrams();

    /** mg a day, above; section 4.1 IX_SEIZ names a high dose, 300 mg is ours (P). */
    @Override
    @WithDefault("300")
    @Bounds(least = "150", most = "300")
    BigDecimal bupropionHighMilligrams();

    /** Days; section 4, clearance. */
    @Override
    @WithDefault("90")
    @Bounds(least = "1", most = "90")
    int clearanceDays();

    /** Section 6 rule 1; TACHYCARDIA is added because its row says "that day". */
    @Override
    @WithDefault("HTN_UNCONTROLLED,SUD_ACTIVE,PREGNANCY,BREASTFEEDING,THYROID,SUICIDE_HIGH,MANIA_CURRENT,NO_ESCORT,UDS_POSITIVE,"
            + "HEPATIC_SEVERE,SEIZURE_UNCONTROLLED,AIRWAY,STROKE_MI_RECENT,TACHYCARDIA")
    @Among({"HTN_UNCONTROLLED", "SUD_ACTIVE", "PREGNANCY", "BREASTFEEDING", "THYROID", "SUICIDE_HIGH", "MANIA_CURRENT", "NO_ESCORT",
        "UDS_POSITIVE", "HEPATIC_SEVERE", "SEIZURE_UNCONTROLLED", "AIRWAY", "STROKE_MI_RECENT", "TACHYCARDIA"})
    Set<String> correctable();

    /** dosing-and-monitoring.md section 2 (P). */
    @Override
    @WithDefault("0.75")
    @Bounds(least = "0.1", most = "0.75")
    BigDecimal doseFactorOldAge();

    /** dosing-and-monitoring.md section 2 (P). */
    @Override
    @WithDefault("0.5")
    @Bounds(least = "0.1", most = "0.5")
    BigDecimal doseFactorHepaticModerate();

    /** dosing-and-monitoring.md section 2 and section 4.1 IX_CYP_INH, SL/PO (P). */
    @Override
    @WithDefault("0.5")
    @Bounds(least = "0.1", most = "0.5")
    BigDecimal doseFactorCypInhibitor();

    /** dosing-and-monitoring.md section 2 IX_CYP_INH, IM/IV/SC (P). */
    @Override
    @WithDefault("0.75")
    @Bounds(least = "0.1", most = "0.75")
    BigDecimal doseFactorCypInhibitorParenteral();

    /** dosing-and-monitoring.md section 2 (P). */
    @Override
    @WithDefault("0.75")
    @Bounds(least = "0.1", most = "0.75")
    BigDecimal doseFactorRenalSevere();

    /** 24 hours (P, our own): less would be another day in one time zone and the same in another. */
    @Override
    @WithDefault("PT24H")
    @Bounds(least = "PT24H", most = "P30D")
    Duration correctedAfter();

    /** How much earlier than its recording a visit may have been before it counts as recorded late; 15 minutes (P). */
    @WithDefault("PT15M")
    @Bounds(least = "PT0M", most = "PT1H")
    Duration late();

    /** How long ago a visit that is recorded now may have been; 365 days (P, our own: longer ago is a slip of the pen). */
    @WithDefault("P365D")
    @Bounds(least = "P30D", most = "P365D")
    Duration longestAgo();

    /** How far a recorded moment may lie ahead of the clinic's clock; 2 minutes (P). */
    @WithDefault("PT2M")
    @Bounds(least = "PT0M", most = "PT10M")
    Duration ahead();
}
