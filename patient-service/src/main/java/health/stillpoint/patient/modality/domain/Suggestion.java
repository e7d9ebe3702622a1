package health.stillpoint.patient.modality.domain;

import health.stillpoint.patient.intake.domain.IntakeContent.TriggerCategory;
import java.util.List;
import java.util.Set;

/**
 * One modality, asked.
 *
 * @param score 0 where nothing asks for it
 * @param reasons what asks for it; empty = nothing
 * @param blocks what forbids it, whether it is asked for or not
 * @param cautions how it must be done
 * @param targets kinds of situations to work on; exposure only
 */
public record Suggestion(
        Modality modality,
        int score,
        List<Reason> reasons,
        List<Block> blocks,
        List<Caution> cautions,
        Set<TriggerCategory> targets) {

    public Suggestion {
        reasons = List.copyOf(reasons);
        blocks = List.copyOf(blocks);
        cautions = List.copyOf(cautions);
        targets = Set.copyOf(targets);
    }

    /** Why a modality is suggested. */
    public enum Reason {
        COGNITIVE_PROMINENT,
        PSWQ_HIGH,
        DIAGNOSIS_WORRY,
        COGNITIVE_DOMINATING,
        BEHAVIOURAL_PROMINENT,
        DIAGNOSIS_AVOIDANCE,
        ALWAYS_AVOIDED,
        SOMATIC_PROMINENT,
        BAI_HIGH,
        SOMATIC_DOMINATING,
        TRAUMA_ORIGIN_CLEAR,
        TRAUMA_ORIGIN_DISTRESSING,
        PCL5_HIGH,
        VIVID_INTRUSIVE_IMAGE,
        PROTECTIVE_PART,
        FEAR_OF_LOSING_CONTROL,
        PRIMARY_ENDPOINT_IMPROVED,
        IDENTITY_THEME_REPORTED
    }

    /** Why a modality must not be used now; nobody can override it. */
    public enum Block {
        DISSOCIATIVE_DISORDER_UNREVIEWED,
        DISSOCIATION_NOT_SCREENED,
        SUICIDE_RISK_MODERATE_OR_HIGH,
        SUICIDE_RISK_UNKNOWN,
        NOT_STABILIZED,
        /** Every situation named is one that patient and therapist agreed to stay afraid of. */
        ONLY_ADAPTIVE_ANXIETY
    }

    /** How a modality must be done. */
    public enum Caution {
        NOT_BEFORE_24_HOURS_AFTER_DOSE,
        ONLY_WHEN_DISSOCIATION_HAS_RECOVERED,
        EMDR_AND_ART_NOT_ON_ONE_TARGET_IN_ONE_SESSION,
        NO_HYPERVENTILATION_BREATHWORK,
        ADAPTIVE_ANXIETY_IS_NO_TARGET
    }

    Suggestion with(List<Block> found, List<Caution> needed) {
        return new Suggestion(modality, score, reasons, found, needed, targets);
    }

    public boolean hasReasons() {
        return !reasons.isEmpty();
    }

    public boolean hasBlocks() {
        return !blocks.isEmpty();
    }
}
