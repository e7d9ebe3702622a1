package health.stillpoint.patient.careteam.api;

import health.stillpoint.patient.careteam.domain.CareTeam;
import health.stillpoint.patient.careteam.domain.CareTeamRole;
import health.stillpoint.patient.careteam.domain.Membership;
import health.stillpoint.patient.patients.api.PersonNameBody;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Who cares for a patient. */
@Schema(name = "CareTeam")
public record CareTeamView(
        UUID patientId,
        @Schema(description = "0 = nobody was ever named; send it as If-Match") long version,
        @Schema(description = "Absent when nobody was ever named") Instant changedAt,
        List<MemberView> members) {

    /** Somebody on the team, now or earlier. */
    @Schema(name = "CareTeamMember")
    public record MemberView(
            UUID practitionerId,
            PersonNameBody name,
            CareTeamRole role,
            Instant from,
            @Schema(description = "Absent while on the team") Instant to) { }

    static CareTeamView of(CareTeam team, Collection<Practitioner> staff) {
        return new CareTeamView(team.patientId().value(), team.revision(), team.changedAt(), members(team.held(), staff));
    }

    static List<MemberView> members(Collection<Membership> memberships, Collection<Practitioner> staff) {
        Map<PractitionerId, Practitioner> known =
                staff.stream().collect(Collectors.toMap(Practitioner::id, Function.identity()));
        return memberships.stream()
                .map(membership -> new MemberView(membership.seat().practitionerId().value(),
                        PersonNameBody.of(known.get(membership.seat().practitionerId()).name()), membership.seat().role(),
                        membership.from(), membership.to()))
                .toList();
    }

    @Override
    public String toString() {
        return "CareTeamView[" + patientId + "]";
    }
}
