package health.stillpoint.patient.programme.api;

import jakarta.validation.constraints.NotNull;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a clinician takes this step. */
public record ProgrammeStepRequest(@NotNull @Schema(examples = "PATIENT_WISH") Reason reason) {

    /** Reasons a clinician can give; they go into the history and the event. */
    public enum Reason {
        PATIENT_WISH,
        CONTRAINDICATION_FOUND,
        SERIOUS_ADVERSE_EVENT,
        TREATMENT_COMPLETED,
        NO_BENEFIT,
        MOVED_AWAY,
        LOST_TO_FOLLOW_UP,
        DECEASED
    }
}
