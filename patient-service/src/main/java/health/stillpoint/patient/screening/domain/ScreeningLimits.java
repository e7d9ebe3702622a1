package health.stillpoint.patient.screening.domain;

import java.math.BigDecimal;
import java.time.Duration;
import java.util.Set;

/** Numbers of the screening rules; each with its source where it gets its value (docs/clinical-sources.md#screening). */
public interface ScreeningLimits {

    /** Resting readings that make a mean. */
    int bloodPressureReadings();

    /** mmHg, from which the mean is uncontrolled. */
    int systolicUncontrolled();

    /** mmHg, from which the mean is uncontrolled. */
    int diastolicUncontrolled();

    /** mmHg, from which the mean is elevated. */
    int systolicElevated();

    /** mmHg, from which the mean is elevated. */
    int diastolicElevated();

    /** Beats per minute above which there is no dosing that day. */
    int heartRateExcluded();

    /** Beats per minute above which the rate is watched. */
    int heartRateHigh();

    /** Beats per minute below which the rate is watched, unless an athlete. */
    int heartRateLow();

    /** Milliseconds from which a QTc excludes. */
    int qtcExcluded();

    /** Milliseconds from which a QTc is watched. */
    int qtcProlonged();

    /** Age in years from which an ECG is asked. */
    int ecgAge();

    /** Days an ECG that is asked stays in date. */
    int ecgDays();

    /** SpO2 in percent below which the lungs exclude. */
    int oxygenSaturationExcluded();

    /** kg/m2 from which obesity needs clearance. */
    BigDecimal bmiObesityClearance();

    /** kg/m2 from which the dose follows ideal body weight. */
    BigDecimal bmiIdealWeightDosing();

    /** kg below which fixed tablets are recalculated. */
    BigDecimal weightLowKilograms();

    /** Times the upper limit of normal above which ALT or AST exclude. */
    BigDecimal transaminasesExcluded();

    /** Times the upper limit of normal from which ALT or AST need clearance. */
    BigDecimal transaminasesRaised();

    /** Times the upper limit of normal above which bilirubin excludes. */
    BigDecimal bilirubinExcluded();

    /** mL/min/1.73 m2 below which the kidneys need clearance. */
    BigDecimal egfrLow();

    /** g/dL below which anemia needs clearance. */
    BigDecimal hemoglobinLow();

    /** mmol/L below which potassium needs clearance. */
    BigDecimal potassiumLow();

    /** mmol/L above which potassium needs clearance. */
    BigDecimal potassiumHigh();

    /** ASRM total from which mania must be looked for. */
    int asrmPositive();

    /** AUDIT-C total from which a substance use assessment is due. */
    int auditCPositive();

    /** DAST-10 total from which a substance use assessment is due. */
    int dast10Positive();

    /** STOP-BANG total handled as sleep apnea. */
    int stopBangPositive();

    /** Years since ketamine misuse that turn an exclusion into a clearance. */
    int ketamineMisuseYears();

    /** Weeks after stroke, infarction or unstable angina without any dosing. */
    int strokeOrInfarctionWeeks();

    /** Months after them in which a clearance is needed. */
    int strokeOrInfarctionMonths();

    /** Months without a seizure before epilepsy counts as controlled. */
    int seizureFreeMonths();

    /** Months after a suicide attempt in which a clearance is needed. */
    int selfHarmMonths();

    /** mIU/L below which a TSH asks for hyperthyroidism. */
    BigDecimal tshLow();

    /** mIU/L above which a TSH is raised. */
    BigDecimal tshHigh();

    /** Months a TSH stays in date. */
    int tshMonths();

    /** Days liver tests stay in date. */
    int liverDays();

    /** Days a pregnancy test stays in date at screening. */
    int pregnancyTestDays();

    /** Days a whole screening stays in date before the decision. */
    int screeningDays();

    /** Completed years. */
    int adultAge();

    /** Completed years from which age needs clearance and a low start. */
    int oldAge();

    /** Comfort with altered states (0..10) up to which an aversion is assumed. */
    int comfortWithAlteredStatesAversion();

    /** Fear of losing control (0..10) from which an aversion is assumed. */
    int fearOfLosingControlAversion();

    /** Support score (0..4) up to which support is low. */
    int supportLow();

    /** mg lorazepam-equivalent a day above which benzodiazepines need clearance. */
    BigDecimal lorazepamEquivalentMilligrams();

    /** Morphine milligram equivalents a day above which opioids exclude outside hospital. */
    BigDecimal morphineEquivalentMilligrams();

    /** mg bupropion a day above which it lowers the seizure threshold noticeably. */
    BigDecimal bupropionHighMilligrams();

    /** How long after an exclusion another screening may show that it was corrected. */
    Duration correctedAfter();

    /** Days a clearance may be valid at most. */
    int clearanceDays();

    /** Codes whose exclusion can be corrected, so that the person is deferred and not declined. */
    Set<String> correctable();

    /** Factor on every dose from the old age on. */
    BigDecimal doseFactorOldAge();

    /** Factor on every dose with moderate hepatic impairment. */
    BigDecimal doseFactorHepaticModerate();

    /** Factor on every dose by mouth or nose with a CYP3A4 or 2B6 inhibitor, which the first pass raises most. */
    BigDecimal doseFactorCypInhibitor();

    /** Factor on every injected dose with a CYP3A4 or 2B6 inhibitor. */
    BigDecimal doseFactorCypInhibitorParenteral();

    /** Factor on every dose with severe renal impairment. */
    BigDecimal doseFactorRenalSevere();
}
