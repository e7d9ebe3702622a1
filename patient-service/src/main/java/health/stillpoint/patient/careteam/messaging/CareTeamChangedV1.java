package health.stillpoint.patient.careteam.messaging;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Who cares for a patient now: {@code patient.care-team-changed.v1}; the whole team, not the difference. */
public record CareTeamChangedV1(UUID patientId, long revision, List<Member> members, Instant changedAt) {

    public static final String TYPE = "patient.care-team-changed.v1";

    /** One place; {@code subjectId} is absent when the practitioner does not sign in. */
    public record Member(UUID practitionerId, UUID subjectId, String role) { }
}
