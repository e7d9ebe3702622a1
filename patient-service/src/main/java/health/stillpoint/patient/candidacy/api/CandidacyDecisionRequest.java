package health.stillpoint.patient.candidacy.api;

import health.stillpoint.patient.candidacy.domain.CandidacyInputs;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;

/** A physician takes the decision that the rules propose; the outcome itself is never typed in. */
public record CandidacyDecisionRequest(@Size(max = 4000) String rationale, @Valid OverrideBody override) {

    /** The one override there is, for a psychiatrist: a patient without a failed adequate trial who cannot wait. A second reader must agree. */
    public record OverrideBody(
            @NotNull CandidacyInputs.Override.Code code, @NotBlank @Size(max = 4000) String reason) {

        @java.lang.Override
        public String toString() {
            return "OverrideBody[" + code + "]";
        }
    }

    /** As nobody's yet: who asks for it is known where it is decided. */
    CandidacyInputs.Override toOverride() {
        return override == null ? null : new CandidacyInputs.Override(override.code(), override.reason(), false);
    }

    @java.lang.Override
    public String toString() {
        return "CandidacyDecisionRequest[withheld]";
    }
}
