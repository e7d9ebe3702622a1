package health.stillpoint.patient.screening.domain;

import static health.stillpoint.patient.screening.domain.FindingClass.ABS;
import static health.stillpoint.patient.screening.domain.FindingClass.CAUT;
import static health.stillpoint.patient.screening.domain.FindingClass.INFO;
import static health.stillpoint.patient.screening.domain.FindingClass.REL;

import java.util.Set;

/**
 * Classes of drugs that matter beside ketamine (programme.md section 4.1; docs/clinical-sources.md#interactions).
 * The class here is the one without a dose threshold; benzodiazepines and opioids weigh more above theirs, and
 * antidepressants that raise blood pressure more than the others.
 */
public enum InteractionClass {
    IX_BZD(CAUT, "> 2 mg lorazepam-equivalent a day: clearance", "F Veraart 2021, Ketalar label 7.3; hours P",
            Condition.HOLD_BENZODIAZEPINE, Condition.WATCH_SEDATION),
    IX_LTG(CAUT, "any", "F Veraart 2021; hold P", Condition.HOLD_LAMOTRIGINE_MORNING_DOSE),
    IX_MAOI(REL, "any", "F Veraart 2021; label caution R", Condition.BLOOD_PRESSURE_EVERY_5_MINUTES),
    IX_STIM(CAUT, "any", "F Ketalar label (sympathomimetics)",
            Condition.HOLD_STIMULANT_ON_DOSING_DAY, Condition.WATCH_BLOOD_PRESSURE),
    IX_SYMP(CAUT, "any", "F Ketalar label", Condition.HOLD_SYMPATHOMIMETIC_24_HOURS, Condition.WATCH_BLOOD_PRESSURE),
    IX_OPI(REL, "> 50 MME a day: excluded outside hospital", "F Ketalar label 7; 50 MME P",
            Condition.LONGER_MONITORING, Condition.WATCH_SEDATION),
    IX_NTX(CAUT, "any", "R"),
    IX_THEO(ABS, "any", "F Ketalar label 7.1"),
    IX_CYP_INH(CAUT, "any", "F direction, factor P", Condition.REDUCED_DOSE_FACTOR),
    IX_CYP_IND(INFO, "any", "F"),
    IX_CNS(CAUT, "any", "F", Condition.WATCH_SEDATION, Condition.NO_ALCOHOL_OR_CANNABIS_24_HOURS),
    IX_AP(CAUT, "any", "F"),
    IX_THY(CAUT, "any", "R", Condition.WATCH_BLOOD_PRESSURE, Condition.WATCH_HEART_RATE),
    IX_AD(INFO, "any; SNRI or TCA: caution", "F"),
    IX_LI(INFO, "any", "F"),
    IX_BB(INFO, "any", "R"),
    IX_NMDA(REL, "any", "R"),
    IX_SEIZ(CAUT, "any; bupropion > 300 mg a day", "R; 300 mg P", Condition.WATCH_SEIZURE),
    /** In no list: a physician must look before anything is given, since a misspelled theophylline is unknown too. */
    IX_UNKNOWN(REL, "a part of the name not in the reviewed list, or another drug's RxNorm id", "P fail closed", Condition.PHARMACIST_REVIEW);

    private final FindingClass findingClass;
    private final String threshold;
    private final String source;
    private final Set<Condition> conditions;

    InteractionClass(FindingClass findingClass, String threshold, String source, Condition... conditions) {
        this.findingClass = findingClass;
        this.threshold = threshold;
        this.source = source;
        this.conditions = Set.of(conditions);
    }

    public FindingClass findingClass() {
        return findingClass;
    }

    public String threshold() {
        return threshold;
    }

    public String source() {
        return source;
    }

    public Set<Condition> conditions() {
        return conditions;
    }
}
