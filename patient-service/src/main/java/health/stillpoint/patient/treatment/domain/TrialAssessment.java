package health.stillpoint.patient.treatment.domain;

import java.util.List;
import java.util.UUID;

/** How one earlier trial counts, and why. */
public record TrialAssessment(
        UUID id, TreatmentClass treatmentClass, boolean adequate, boolean failed, boolean intolerance, List<Reason> reasons) {

    /** Why a trial counts or does not. */
    public enum Reason {
        ADEQUATE,
        /** The class is recorded but not staged. */
        CLASS_NOT_STAGED,
        /** Buspirone counts in generalized anxiety disorder only. */
        ONLY_STAGED_IN_GAD,
        /** No least dose is on record for this agent. */
        LEAST_DOSE_UNKNOWN,
        DOSE_UNKNOWN,
        DOSE_BELOW_LEAST,
        WEEKS_UNKNOWN,
        TOO_FEW_WEEKS,
        SESSIONS_UNKNOWN,
        TOO_FEW_SESSIONS,
        NO_EXPOSURE_OR_COGNITIVE_WORK,
        NOT_ADHERENT,
        FAILED,
        INTOLERANT,
        HELPED,
        AUGMENTATION
    }
}
