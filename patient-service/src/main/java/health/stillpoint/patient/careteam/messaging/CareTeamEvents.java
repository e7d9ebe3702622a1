package health.stillpoint.patient.careteam.messaging;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.patient.careteam.domain.CareTeam;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import java.util.Collection;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;

/** What the other services are told of care teams. */
public final class CareTeamEvents {

    private CareTeamEvents() { }

    /** @param staff the practitioners on the team */
    public static OutboundEvent changed(CareTeam team, Collection<Practitioner> staff) {
        return new OutboundEvent(Ids.next(), CareTeamChangedV1.TYPE, team.patientId().value(), team.changedAt(),
                data(team, staff));
    }

    static CareTeamChangedV1 data(CareTeam team, Collection<Practitioner> staff) {
        Map<PractitionerId, UUID> subjects = new HashMap<>();
        staff.forEach(practitioner -> subjects.put(practitioner.id(), practitioner.subjectId()));
        return new CareTeamChangedV1(team.patientId().value(), team.revision(), team.seats().stream()
                .map(seat -> new CareTeamChangedV1.Member(seat.practitionerId().value(),
                        subjects.get(seat.practitionerId()), seat.role().name()))
                .toList(), team.changedAt());
    }
}
