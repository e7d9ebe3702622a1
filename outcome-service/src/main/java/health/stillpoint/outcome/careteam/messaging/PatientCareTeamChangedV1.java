package health.stillpoint.outcome.careteam.messaging;

import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import java.util.List;
import java.util.UUID;

/** What this service reads of {@code patient.care-team-changed.v1}. */
public record PatientCareTeamChangedV1(
        @NotNull UUID patientId, @NotNull Long revision, @NotNull List<@NotNull @Valid Member> members) {

    static final String TYPE = "patient.care-team-changed.v1";

    /** One place; {@code subjectId} is absent when the practitioner does not sign in. */
    public record Member(@NotNull UUID practitionerId, UUID subjectId, @NotNull String role) {}
}
