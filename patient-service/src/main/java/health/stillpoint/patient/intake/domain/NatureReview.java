package health.stillpoint.patient.intake.domain;

import java.util.EnumSet;
import java.util.Set;

/** Where an instrument contradicts the clinician's rating, the clinician is asked to look again (programme.md section 2.3). */
public final class NatureReview {

    private NatureReview() { }

    /** The ratings to look at again. */
    public static Set<Nature> questioned(IntakeContent content, IntakeLimits limits) {
        Set<Nature> questioned = EnumSet.noneOf(Nature.class);
        if (content.nature() == null) {
            return questioned;
        }
        IntakeContent.Measures measures = content.measuresOrNone();
        if (content.nature().cognitive() < 2 && atLeast(measures.pswq(), limits.pswqQuestionsCognitive())) {
            questioned.add(Nature.COGNITIVE);
        }
        if (content.nature().somatic() < 2 && atLeast(measures.bai(), limits.baiQuestionsSomatic())) {
            questioned.add(Nature.SOMATIC);
        }
        if (content.nature().behavioural() < 2 && avoids(content, limits)) {
            questioned.add(Nature.BEHAVIOURAL);
        }
        return questioned;
    }

    private static boolean avoids(IntakeContent content, IntakeLimits limits) {
        return atLeast(content.measuresOrNone().lsasAvoidance(), limits.lsasAvoidanceQuestionsBehavioural())
                || content.triggers().stream()
                        .anyMatch(trigger -> trigger.avoided() == IntakeContent.Avoidance.ALWAYS);
    }

    private static boolean atLeast(Integer value, int limit) {
        return value != null && value >= limit;
    }
}
