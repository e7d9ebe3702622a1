package health.stillpoint.patient.screening;

import health.stillpoint.patient.screening.domain.ScreeningLimits;
import io.smallrye.config.ConfigMapping;
import io.smallrye.config.WithDefault;
import jakarta.validation.constraints.DecimalMax;
import jakarta.validation.constraints.DecimalMin;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.Pattern;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;
import org.hibernate.validator.constraints.time.DurationMax;
import org.hibernate.validator.constraints.time.DurationMin;

/** Numbers of the screening rules, each with its source; rows are those of programme.md section 4. */
@ConfigMapping(prefix = "stillpoint.screening")
public interface ScreeningConfig extends ScreeningLimits {

    /** What a clinic may call correctable: the list of section 6, or part of it. */
    String CORRECTABLE = "HTN_UNCONTROLLED|SUD_ACTIVE|PREGNANCY|BREASTFEEDING|THYROID|SUICIDE_HIGH|MANIA_CURRENT|NO_ESCORT|"
            + "UDS_POSITIVE|HEPATIC_SEVERE|SEIZURE_UNCONTROLLED|AIRWAY|STROKE_MI_RECENT|TACHYCARDIA";

    /** HTN_UNCONTROLLED: mean of 3 readings (P). */
    @Override
    @WithDefault("3")
    @Min(3)
    @Max(10)
    int bloodPressureReadings();

    /** mmHg; HTN_UNCONTROLLED (P). */
    @Override
    @WithDefault("160")
    @Min(140)
    @Max(160)
    int systolicUncontrolled();

    /** mmHg; HTN_UNCONTROLLED (P). */
    @Override
    @WithDefault("100")
    @Min(90)
    @Max(100)
    int diastolicUncontrolled();

    /** mmHg; HTN_ELEVATED, Spravato: consider delaying above 140/90 (F). */
    @Override
    @WithDefault("140")
    @Min(120)
    @Max(140)
    int systolicElevated();

    /** mmHg; HTN_ELEVATED (F). */
    @Override
    @WithDefault("90")
    @Min(80)
    @Max(90)
    int diastolicElevated();

    /** Beats per minute, above; TACHYCARDIA (P). */
    @Override
    @WithDefault("110")
    @Min(100)
    @Max(110)
    int heartRateExcluded();

    /** Beats per minute, above; TACHYCARDIA 101-110 (P). */
    @Override
    @WithDefault("100")
    @Min(90)
    @Max(100)
    int heartRateHigh();

    /** Beats per minute, below, unless an athlete; TACHYCARDIA (P). */
    @Override
    @WithDefault("50")
    @Min(50)
    @Max(60)
    int heartRateLow();

    /** Milliseconds; QTC (P). */
    @Override
    @WithDefault("500")
    @Min(470)
    @Max(500)
    int qtcExcluded();

    /** Milliseconds; QTC 460-499 (P). */
    @Override
    @WithDefault("460")
    @Min(440)
    @Max(460)
    int qtcProlonged();

    /** Years; QTC and minimum tests (P). */
    @Override
    @WithDefault("60")
    @Min(40)
    @Max(60)
    int ecgAge();

    /** Percent, below; LUNG_SEVERE (P). */
    @Override
    @WithDefault("92")
    @Min(92)
    @Max(96)
    int oxygenSaturationExcluded();

    /** kg/m2; BMI_40 (R/P). */
    @Override
    @WithDefault("40")
    @DecimalMin("35")
    @DecimalMax("40")
    BigDecimal bmiObesityClearance();

    /** kg/m2; BMI_40 30-39.9 (R/P). */
    @Override
    @WithDefault("30")
    @DecimalMin("25")
    @DecimalMax("30")
    BigDecimal bmiIdealWeightDosing();

    /** kg, below; WEIGHT_LOW (P). */
    @Override
    @WithDefault("45")
    @DecimalMin("45")
    @DecimalMax("60")
    BigDecimal weightLowKilograms();

    /** Times ULN, above; HEPATIC_SEVERE (P). */
    @Override
    @WithDefault("5")
    @DecimalMin("3")
    @DecimalMax("5")
    BigDecimal transaminasesExcluded();

    /** Times ULN; HEPATIC_MODERATE 3-5 (P). */
    @Override
    @WithDefault("3")
    @DecimalMin("2")
    @DecimalMax("3")
    BigDecimal transaminasesRaised();

    /** Times ULN, above; HEPATIC_SEVERE (P). */
    @Override
    @WithDefault("2")
    @DecimalMin("1")
    @DecimalMax("2")
    BigDecimal bilirubinExcluded();

    /** mL/min/1.73 m2, below; RENAL_SEVERE (P). */
    @Override
    @WithDefault("30")
    @DecimalMin("30")
    @DecimalMax("60")
    BigDecimal egfrLow();

    /** g/dL, below; ANAEMIA_ELECTROLYTE (P). */
    @Override
    @WithDefault("8")
    @DecimalMin("8")
    @DecimalMax("12")
    BigDecimal hemoglobinLow();

    /** mmol/L, below; ANAEMIA_ELECTROLYTE (P). */
    @Override
    @WithDefault("3.0")
    @DecimalMin("3.0")
    @DecimalMax("3.5")
    BigDecimal potassiumLow();

    /** mmol/L, above; ANAEMIA_ELECTROLYTE (P). */
    @Override
    @WithDefault("5.5")
    @DecimalMin("5.0")
    @DecimalMax("5.5")
    BigDecimal potassiumHigh();

    /** ASRM total; MANIA_CURRENT (F Hull 2022). */
    @Override
    @WithDefault("6")
    @Min(3)
    @Max(6)
    int asrmPositive();

    /** AUDIT-C total; SUD_ACTIVE (F). */
    @Override
    @WithDefault("8")
    @Min(3)
    @Max(8)
    int auditCPositive();

    /** DAST-10 total; SUD_ACTIVE (F). */
    @Override
    @WithDefault("6")
    @Min(3)
    @Max(6)
    int dast10Positive();

    /** STOP-BANG total; AIRWAY (R/P). */
    @Override
    @WithDefault("5")
    @Min(3)
    @Max(5)
    int stopBangPositive();

    /** Years; KETAMINE_MISUSE (P). */
    @Override
    @WithDefault("5")
    @Min(5)
    @Max(20)
    int ketamineMisuseYears();

    /** Weeks; STROKE_MI_RECENT (R, label). */
    @Override
    @WithDefault("6")
    @Min(6)
    @Max(26)
    int strokeOrInfarctionWeeks();

    /** Months; STROKE_MI_RECENT (R). */
    @Override
    @WithDefault("12")
    @Min(12)
    @Max(36)
    int strokeOrInfarctionMonths();

    /** Months; SEIZURE_UNCONTROLLED (R). */
    @Override
    @WithDefault("6")
    @Min(6)
    @Max(24)
    int seizureFreeMonths();

    /** Months; SELF_HARM_RECENT (P). */
    @Override
    @WithDefault("12")
    @Min(12)
    @Max(36)
    int selfHarmMonths();

    /** mIU/L, below; THYROID, a usual adult reference range (P, our own: the table names none). */
    @Override
    @WithDefault("0.4")
    @DecimalMin("0.4")
    @DecimalMax("1.0")
    BigDecimal tshLow();

    /** mIU/L, above; THYROID, as above (P, our own). */
    @Override
    @WithDefault("4.0")
    @DecimalMin("2.0")
    @DecimalMax("4.0")
    BigDecimal tshHigh();

    /** Months; THYROID and minimum tests (R/P). */
    @Override
    @WithDefault("12")
    @Min(1)
    @Max(12)
    int tshMonths();

    /** Days; HEPATIC_SEVERE and minimum tests (P). */
    @Override
    @WithDefault("90")
    @Min(7)
    @Max(90)
    int liverDays();

    /** Days; PREGNANCY (P). */
    @Override
    @WithDefault("28")
    @Min(1)
    @Max(28)
    int pregnancyTestDays();

    /** Days; QTC (P, our own: the table names no time). */
    @Override
    @WithDefault("90")
    @Min(7)
    @Max(180)
    int ecgDays();

    /** Days before the decision; schedules.md section 1, SCREEN. */
    @Override
    @WithDefault("30")
    @Min(7)
    @Max(30)
    int screeningDays();

    /** Years; AGE_MINOR (F). */
    @Override
    @WithDefault("18")
    @Min(18)
    @Max(21)
    int adultAge();

    /** Years; AGE_65 (P). */
    @Override
    @WithDefault("65")
    @Min(60)
    @Max(65)
    int oldAge();

    /** 0..10; ALTERED_STATE_AVERSION (S). */
    @Override
    @WithDefault("2")
    @Min(2)
    @Max(5)
    int comfortWithAlteredStatesAversion();

    /** 0..10; ALTERED_STATE_AVERSION (S). */
    @Override
    @WithDefault("9")
    @Min(6)
    @Max(9)
    int fearOfLosingControlAversion();

    /** Support score 0..4; SUPPORT_LOW (S). */
    @Override
    @WithDefault("1")
    @Min(1)
    @Max(3)
    int supportLow();

    /** mg lorazepam-equivalent a day, above; section 4.1 IX_BZD (P). */
    @Override
    @WithDefault("2")
    @DecimalMin("0")
    @DecimalMax("2")
    BigDecimal lorazepamEquivalentMilligrams();

    /** MME a day, above; section 4.1 IX_OPI (P). */
    @Override
    @WithDefault("50")
    @DecimalMin("0")
    @DecimalMax("50")
    BigDecimal morphineEquivalentMilligrams();

    /** mg a day, above; section 4.1 IX_SEIZ names a high dose, 300 mg is ours (P). */
    @Override
    @WithDefault("300")
    @DecimalMin("150")
    @DecimalMax("300")
    BigDecimal bupropionHighMilligrams();

    /** Days; section 4, clearance. */
    @Override
    @WithDefault("90")
    @Min(1)
    @Max(90)
    int clearanceDays();

    /** Section 6 rule 1; TACHYCARDIA is added because its row says "that day". */
    @Override
    @WithDefault("HTN_UNCONTROLLED,SUD_ACTIVE,PREGNANCY,BREASTFEEDING,THYROID,SUICIDE_HIGH,MANIA_CURRENT,NO_ESCORT,UDS_POSITIVE,"
            + "HEPATIC_SEVERE,SEIZURE_UNCONTROLLED,AIRWAY,STROKE_MI_RECENT,TACHYCARDIA")
    Set<@Pattern(regexp = CORRECTABLE) String> correctable();

    /** dosing-and-monitoring.md section 2 (P). */
    @Override
    @WithDefault("0.75")
    @DecimalMin("0.1")
    @DecimalMax("0.75")
    BigDecimal doseFactorOldAge();

    /** dosing-and-monitoring.md section 2 (P). */
    @Override
    @WithDefault("0.5")
    @DecimalMin("0.1")
    @DecimalMax("0.5")
    BigDecimal doseFactorHepaticModerate();

    /** dosing-and-monitoring.md section 2 and section 4.1 IX_CYP_INH, SL/PO (P). */
    @Override
    @WithDefault("0.5")
    @DecimalMin("0.1")
    @DecimalMax("0.5")
    BigDecimal doseFactorCypInhibitor();

    /** dosing-and-monitoring.md section 2 IX_CYP_INH, IM/IV/SC (P). */
    @Override
    @WithDefault("0.75")
    @DecimalMin("0.1")
    @DecimalMax("0.75")
    BigDecimal doseFactorCypInhibitorParenteral();

    /** dosing-and-monitoring.md section 2 (P). */
    @Override
    @WithDefault("0.75")
    @DecimalMin("0.1")
    @DecimalMax("0.75")
    BigDecimal doseFactorRenalSevere();

    /** 24 hours (P, our own): less would be another day in one time zone and the same in another. */
    @Override
    @WithDefault("PT24H")
    @DurationMin(hours = 24)
    @DurationMax(days = 30)
    Duration correctedAfter();

    /** How much earlier than its recording a visit may have been before it counts as recorded late; 15 minutes (P). */
    @WithDefault("PT15M")
    @DurationMin(minutes = 0)
    @DurationMax(hours = 1)
    Duration late();

    /** How long ago a visit that is recorded now may have been; 365 days (P, our own: longer ago is a slip of the pen). */
    @WithDefault("P365D")
    @DurationMin(days = 30)
    @DurationMax(days = 365)
    Duration longestAgo();

    /** How far a recorded moment may lie ahead of the clinic's clock; 2 minutes (P). */
    @WithDefault("PT2M")
    @DurationMin(minutes = 0)
    @DurationMax(minutes = 10)
    Duration ahead();
}
