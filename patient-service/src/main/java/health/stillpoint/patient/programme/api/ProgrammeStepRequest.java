package health.stillpoint.patient.programme.api;

import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a clinician takes this step. */
public record ProgrammeStepRequest(
        @NotNull @Schema(examples = "PATIENT_WISH") Reason reason,
        @Size(max = 4000) @Schema(description = "Closing note; asked when a stopped patient is let go") String closingNote,
        @Schema(description = "A safety plan was made; asked when a stopped patient is let go") Boolean safetyPlanMade) {


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

    ProgrammeFact.Farewell farewell() {
        return new ProgrammeFact.Farewell(
                closingNote != null && !closingNote.isBlank(), Boolean.TRUE.equals(safetyPlanMade));
    }

    @Override
    public String toString() {
        return "ProgrammeStepRequest[" + reason + "]";
    }
}
