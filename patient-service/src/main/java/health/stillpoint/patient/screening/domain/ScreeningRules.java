package health.stillpoint.patient.screening.domain;

import static health.stillpoint.patient.screening.domain.AnswerState.ACUTE_INFECTION;
import static health.stillpoint.patient.screening.domain.AnswerState.CHILD_PUGH_A;
import static health.stillpoint.patient.screening.domain.AnswerState.CHILD_PUGH_B;
import static health.stillpoint.patient.screening.domain.AnswerState.CHILD_PUGH_C;
import static health.stillpoint.patient.screening.domain.AnswerState.CONTROLLED;
import static health.stillpoint.patient.screening.domain.AnswerState.DIFFICULT_AIRWAY;
import static health.stillpoint.patient.screening.domain.AnswerState.HISTORY;
import static health.stillpoint.patient.screening.domain.AnswerState.OPEN_GLOBE_INJURY;
import static health.stillpoint.patient.screening.domain.AnswerState.PRESENT;
import static health.stillpoint.patient.screening.domain.AnswerState.REPLACEMENT_THERAPY;
import static health.stillpoint.patient.screening.domain.AnswerState.RULED_OUT;
import static health.stillpoint.patient.screening.domain.AnswerState.SYMPTOMATIC;
import static health.stillpoint.patient.screening.domain.AnswerState.UNCONTROLLED_GLAUCOMA;
import static health.stillpoint.patient.screening.domain.AnswerState.UNTREATED_SLEEP_APNEA;
import static health.stillpoint.patient.screening.domain.FindingClass.ABS;
import static health.stillpoint.patient.screening.domain.FindingClass.CAUT;
import static health.stillpoint.patient.screening.domain.FindingClass.INFO;
import static health.stillpoint.patient.screening.domain.FindingClass.REL;
import static health.stillpoint.patient.screening.domain.ScreeningRule.row;

import java.util.List;
import java.util.stream.Stream;

/**
 * Every row of programme.md section 4, in its order (docs/clinical-sources.md#screening). Rows that a clinician answers
 * stand here whole; what a row concludes from measurements is in {@link MeasuredRules} and {@link TestRules}.
 */
final class ScreeningRules {

    private ScreeningRules() { }

    static List<ScreeningRule> all(ScreeningLimits limits, MeasuredRules measured, TestRules tested) {
        return Stream.of(
                        mind(limits, measured),
                        substances(limits, measured, tested),
                        circulation(limits, measured, tested),
                        brainAndEyes(limits, measured),
                        pregnancy(limits, tested),
                        organs(limits, measured, tested),
                        bodyAndAirway(limits, measured),
                        riskAndSupport(limits, measured, tested))
                .flatMap(List::stream)
                .toList();
    }

    private static List<ScreeningRule> mind(ScreeningLimits limits, MeasuredRules measured) {
        return List.of(
                row("PSYCHOSIS_ACTIVE").present(ABS).threshold("clinical interview")
                        .source("S; F Psychiatr Ann 2018;48:170; label"),
                row("PSYCHOSIS_HISTORY").present(ABS).threshold("history of schizophrenia or primary psychosis")
                        .source("S; F trials exclude (Hull 2022)"),
                row("PSYCHOSIS_FDR").present(CAUT, Condition.WATCH_PSYCHOSIS)
                        .threshold("first-degree relative with schizophrenia").source("R"),
                row("MANIA_CURRENT").present(ABS).harmless(RULED_OUT)
                        .threshold("ASRM >= " + limits.asrmPositive() + " and interview")
                        .source("F Hull 2022", measured::mania),
                row("BIPOLAR_STABLE").present(REL)
                        .threshold("euthymic on a mood stabilizer, which the medication list names: a psychiatrist clears; not without")
                        .source("R", measured::bipolar));
    }

    private static List<ScreeningRule> substances(ScreeningLimits limits, MeasuredRules measured, TestRules tested) {
        return List.of(
                row("SUD_ACTIVE").present(ABS).harmless(RULED_OUT)
                        .threshold("4 or more DSM-5 criteria in 3 months; AUDIT-C >= " + limits.auditCPositive()
                                + " or DAST-10 >= " + limits.dast10Positive() + " asks for an assessment")
                        .source("S; F", measured::substanceUse),
                row("SUD_MILD_OR_EARLY_REMISSION").present(REL, Condition.URINE_DRUG_SCREEN_BEFORE_EACH_DOSE)
                        .threshold("mild, or remission < 12 months").source("R; drug screens P"),
                row("KETAMINE_MISUSE").harmless(PRESENT)
                        .threshold("< " + limits.ketamineMisuseYears() + " years excluded, later clearance")
                        .source("F screen for illicit use; split P", measured::ketamineMisuse),
                row("OUD_HISTORY").present(REL).threshold("history").source("F Hull 2022 excluded"),
                row("UDS_POSITIVE").present(ABS).measuredOnly()
                        .threshold("any drug not prescribed, on the day; screened within " + limits.screeningDays() + " days")
                        .source("P", tested::urineDrugScreen));
    }

    private static List<ScreeningRule> circulation(ScreeningLimits limits, MeasuredRules measured, TestRules tested) {
        return List.of(
                row("HTN_UNCONTROLLED").present(ABS).measuredOnly()
                        .threshold("mean of 3 >= " + limits.systolicUncontrolled() + " or >= "
                                + limits.diastolicUncontrolled() + " mmHg")
                        .source("S; F label; numbers P", measured::hypertensionUncontrolled),
                row("HTN_ELEVATED").present(REL, Condition.TREAT_HYPERTENSION_FIRST, Condition.WATCH_BLOOD_PRESSURE)
                        .measuredOnly()
                        .threshold("mean of 3 from " + limits.systolicElevated() + " or " + limits.diastolicElevated()
                                + " mmHg")
                        .source("F Spravato: consider delaying above 140/90", measured::hypertensionElevated),
                row("ANEURYSM_AVM").present(ABS).threshold("history or imaging").source("F Spravato contraindication"),
                row("ICH_HISTORY").present(ABS).threshold("history").source("F Spravato contraindication"),
                row("STROKE_MI_RECENT").harmless(PRESENT)
                        .threshold("within " + limits.strokeOrInfarctionWeeks() + " weeks excluded, within "
                                + limits.strokeOrInfarctionMonths() + " months clearance")
                        .source("R label; F UK label", measured::strokeOrInfarction),
                row("CARDIAC_MAJOR").present(ABS).threshold("NYHA III-IV, severe valve or decompensated disease")
                        .source("F UK label"),
                row("CARDIAC_MINOR").present(REL, Condition.ECG_REVIEW)
                        .threshold("stable coronary disease, NYHA I-II, controlled arrhythmia").source("R"),
                row("QTC").measuredOnly().present(ABS)
                        .threshold("ECG if >= " + limits.ecgAge() + " years, cardiac history or QT drug: >= "
                                + limits.qtcExcluded() + " ms excluded, from " + limits.qtcProlonged() + " ms caution; within "
                                + limits.ecgDays() + " days")
                        .source("P", tested::qtc),
                row("TACHYCARDIA").measuredOnly().present(ABS)
                        .threshold("> " + limits.heartRateExcluded() + "/min excluded that day; > "
                                + limits.heartRateHigh() + " or < " + limits.heartRateLow() + " caution")
                        .source("P", measured::heartRate));
    }

    private static List<ScreeningRule> brainAndEyes(ScreeningLimits limits, MeasuredRules measured) {
        return List.of(
                row("ICP_RAISED").present(ABS)
                        .threshold("raised pressure, mass, recent head injury with symptoms, hydrocephalus")
                        .source("R; secondary F"),
                row("SEIZURE_UNCONTROLLED").harmless(PRESENT).state(CONTROLLED, REL, Condition.WATCH_SEIZURE)
                        .threshold("seizure within " + limits.seizureFreeMonths() + " months; controlled epilepsy clearance")
                        .source("R", measured::seizure),
                row("IOP").present(ABS).state(OPEN_GLOBE_INJURY, ABS).state(UNCONTROLLED_GLAUCOMA, REL)
                        .threshold("open-globe injury excluded, uncontrolled glaucoma clearance")
                        .source("F label lists raised IOP"));
    }

    private static List<ScreeningRule> pregnancy(ScreeningLimits limits, TestRules tested) {
        return List.of(
                row("PREGNANCY").present(ABS).measuredOnly()
                        .threshold("urine hCG within " + limits.pregnancyTestDays() + " days if childbearing potential")
                        .source("F label: fetal harm; days P", tested::pregnancy),
                row("BREASTFEEDING").present(REL, Condition.DISCARD_BREAST_MILK_24_HOURS).threshold("history")
                        .source("F Spravato: not during treatment; 24 h P"),
                row("CONTRACEPTION").present(CAUT, Condition.CONTRACEPTION_ADVICE)
                        .threshold("childbearing potential without contraception").source("R"));
    }

    private static List<ScreeningRule> organs(ScreeningLimits limits, MeasuredRules measured, TestRules tested) {
        return List.of(
                row("HEPATIC_SEVERE").lasting(PRESENT, ABS).lasting(CHILD_PUGH_C, ABS)
                        .threshold("Child-Pugh C, ALT or AST > " + limits.transaminasesExcluded()
                                + " x ULN, or bilirubin > " + limits.bilirubinExcluded() + " x ULN")
                        .source("F Spravato, Ketalar DILI; numbers P", tested::hepaticSevere),
                row("HEPATIC_MODERATE")
                        .present(REL, Condition.REDUCED_DOSE_FACTOR, Condition.LONGER_MONITORING)
                        .state(CHILD_PUGH_B, REL, Condition.REDUCED_DOSE_FACTOR, Condition.LONGER_MONITORING)
                        .harmless(CHILD_PUGH_A)
                        .threshold("Child-Pugh B or ALT or AST from " + limits.transaminasesRaised() + " x ULN")
                        .source("F Spravato: monitor longer; factor P", tested::hepaticModerate),
                row("RENAL_SEVERE").present(REL, Condition.REDUCED_DOSE_FACTOR)
                        .threshold("eGFR < " + limits.egfrLow()).source("P", tested::renal),
                row("THYROID").present(ABS).harmless(CONTROLLED).harmless(REPLACEMENT_THERAPY).harmless(RULED_OUT)
                        .threshold("uncontrolled hyperthyroidism excluded, TSH < " + limits.tshLow()
                                + " asks whether it is there; TSH > " + limits.tshHigh() + " mIU/L, or replacement without TSH in "
                                + limits.tshMonths() + " months caution")
                        .source("R; TSH range P", tested::thyroid),
                row("CYSTITIS").present(ABS).state(SYMPTOMATIC, ABS)
                        .state(HISTORY, REL, Condition.URINARY_SYMPTOM_SCREEN)
                        .threshold("symptomatic excluded, history clearance").source("F label GU warnings", measured::cystitis),
                row("PORPHYRIA").present(ABS).threshold("acute porphyria").source("R"),
                row("PHEO").present(ABS).threshold("pheochromocytoma").source("R"),
                row("ALLERGY").present(ABS).threshold("ketamine, esketamine or an excipient of the planned product")
                        .source("F"),
                row("ANAEMIA_ELECTROLYTE").present(REL)
                        .threshold("Hb < " + limits.hemoglobinLow() + " g/dL, K < " + limits.potassiumLow() + " or > "
                                + limits.potassiumHigh() + " mmol/L")
                        .source("P", tested::anemiaAndElectrolytes));
    }

    private static List<ScreeningRule> bodyAndAirway(ScreeningLimits limits, MeasuredRules measured) {
        return List.of(
                row("AGE_MINOR").measuredOnly().present(ABS).threshold("< " + limits.adultAge() + " years")
                        .source("F trials adult", measured::minor),
                row("AGE_65").measuredOnly().present(REL, Condition.LOW_START, Condition.REDUCED_DOSE_FACTOR)
                        .threshold(">= " + limits.oldAge() + " years").source("P", measured::oldAge),
                row("BMI_40").measuredOnly().present(REL, Condition.CLINIC_WITH_AIRWAY_SKILLS)
                        .threshold(">= " + limits.bmiObesityClearance() + " kg/m2 clearance, from "
                                + limits.bmiIdealWeightDosing() + " dose on ideal body weight")
                        .source("R/P", measured::bodyMass),
                row("WEIGHT_LOW").measuredOnly().present(CAUT, Condition.NO_FIXED_TABLETS)
                        .threshold("< " + limits.weightLowKilograms() + " kg").source("P", measured::lowWeight),
                row("AIRWAY").present(ABS).state(ACUTE_INFECTION, ABS)
                        .state(UNTREATED_SLEEP_APNEA, REL, Condition.NO_PSYCHEDELIC_LEVEL_IM_IV)
                        .state(DIFFICULT_AIRWAY, REL, Condition.CLINIC_WITH_AIRWAY_SKILLS)
                        .harmless(CONTROLLED)
                        .threshold("acute chest or upper airway infection excluded that day; untreated sleep apnea, also "
                                + "one diagnosed and not told to be treated, or STOP-BANG >= " + limits.stopBangPositive()
                                + ", or difficult airway: clearance")
                        .source("R/P", measured::sleepApnea),
                row("LUNG_SEVERE").present(ABS)
                        .threshold("home oxygen or SpO2 < " + limits.oxygenSaturationExcluded() + " % at rest")
                        .source("P", measured::lungs));
    }

    private static List<ScreeningRule> riskAndSupport(ScreeningLimits limits, MeasuredRules measured, TestRules tested) {
        return List.of(
                row("SUICIDE_HIGH").measuredOnly().present(ABS).threshold("C-SSRS HIGH")
                        .source("F C-SSRS triage", measured::suicideHigh),
                row("SUICIDE_MODERATE").measuredOnly().present(REL, Condition.IN_CLINIC_ONLY, Condition.SAFETY_PLAN)
                        .threshold("C-SSRS MODERATE").source("F C-SSRS triage", measured::suicideModerate),
                row("SELF_HARM_RECENT").harmless(PRESENT)
                        .threshold("attempt within " + limits.selfHarmMonths() + " months")
                        .source("P", measured::selfHarm),
                row("DELIRIUM_DEMENTIA").present(ABS).threshold("clinical examination").source("P"),
                row("DISSOCIATIVE_DISORDER").present(REL).threshold("DID or severe depersonalization disorder")
                        .source("R"),
                row("PD_UNSTABLE").present(REL).threshold("borderline personality disorder with current crisis")
                        .source("P"),
                row("ALTERED_STATE_AVERSION").measuredOnly()
                        .present(REL, Condition.EXTRA_PREPARATION, Condition.LOW_START, Condition.REASK_CONSENT)
                        .threshold("comfort <= " + limits.comfortWithAlteredStatesAversion() + " or fear of losing control >= "
                                + limits.fearOfLosingControlAversion())
                        .source("S", measured::alteredStateAversion),
                row("NO_ESCORT").measuredOnly().present(ABS).threshold("no adult escort, that day")
                        .source("S; F label (responsible adult)", measured::escort),
                row("SUPPORT_LOW").measuredOnly().present(REL, Condition.EXTRA_SUPPORT)
                        .threshold("support score <= " + limits.supportLow()).source("S", measured::support),
                row("NO_CAPACITY").present(ABS).threshold("cannot give informed consent").source("R"),
                row("TEST_TSH").measuredOnly().threshold("TSH within " + limits.tshMonths() + " months")
                        .source("P minimum tests", tested::thyroidTest),
                row("TEST_LIVER").measuredOnly().threshold("ALT, AST and bilirubin within " + limits.liverDays() + " days")
                        .source("P minimum tests", tested::liverTest),
                row("TEST_PCL5").measuredOnly().present(INFO, Condition.PCL5_BEFORE_FIRST_DOSE)
                        .threshold("before the first dose").source("P minimum tests", measured::traumaScale),
                row("MEDICATION_LIST").measuredOnly().threshold("reconciled, doses known where they decide")
                        .source("P minimum tests", measured::medicationList));
    }
}
