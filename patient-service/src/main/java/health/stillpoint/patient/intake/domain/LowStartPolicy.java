package health.stillpoint.patient.intake.domain;

import static health.stillpoint.patient.intake.domain.IntakeContent.PriorAlteredState.BAD;
import static health.stillpoint.patient.intake.domain.IntakeContent.TraumaLevel.CLEAR;

import java.util.EnumSet;
import java.util.Set;

/** The low-start triggers an intake alone can tell; all are asked (dosing-and-monitoring.md section 3.2). */
public final class LowStartPolicy {

    private LowStartPolicy() { }

    /**
     * @param ageYears completed years at signing
     * @param hadKetamineBefore whether a prior treatment was ketamine or esketamine
     */
    public static Set<LowStartTrigger> triggers(
            IntakeContent content, int ageYears, boolean hadKetamineBefore, IntakeLimits limits) {
        Set<LowStartTrigger> triggers = EnumSet.noneOf(LowStartTrigger.class);
        IntakeContent.Measures measures = content.measuresOrNone();
        Diagnosis diagnosis = content.primaryDiagnosis() == null ? null : content.primaryDiagnosis().code();

        add(triggers, LowStartTrigger.FEAR_OF_LOSING_CONTROL,
                atLeast(content.fearOfLosingControl(), limits.fearOfLosingControlLowStart()));
        add(triggers, LowStartTrigger.LOW_COMFORT_WITH_ALTERED_STATES, content.comfortWithAlteredStates() != null
                && content.comfortWithAlteredStates() <= limits.comfortWithAlteredStatesLowStart());
        add(triggers, LowStartTrigger.BAD_ALTERED_STATE_EXPERIENCE, content.priorAlteredState() == BAD);
        add(triggers, LowStartTrigger.PANIC_WITH_INTEROCEPTIVE_FEAR, diagnosis != null && diagnosis.isPanic()
                && atLeast(measures.pdssItem5(), limits.interoceptiveFearLowStart()));
        add(triggers, LowStartTrigger.TRAUMA_WITH_PTSD_SYMPTOMS,
                content.traumaOrigin() != null && content.traumaOrigin().level() == CLEAR
                        && atLeast(measures.pcl5(), limits.pcl5LowStart()));
        add(triggers, LowStartTrigger.DISSOCIATION_AT_REST,
                atLeast(measures.cadssAtRest(), limits.cadssAtRestLowStart()));
        add(triggers, LowStartTrigger.AGE_65, ageYears >= limits.ageLowStart());
        add(triggers, LowStartTrigger.FIRST_KETAMINE_LOW_START_REQUESTED,
                !hadKetamineBefore && Boolean.TRUE.equals(content.lowStartRequested()) && diagnosis != null
                        && (diagnosis.isPanic() || diagnosis == Diagnosis.SOCIAL_ANXIETY));
        return triggers;
    }

    private static void add(Set<LowStartTrigger> triggers, LowStartTrigger trigger, boolean fires) {
        if (fires) {
            triggers.add(trigger);
        }
    }

    private static boolean atLeast(Integer value, int limit) {
        return value != null && value >= limit;
    }
}
