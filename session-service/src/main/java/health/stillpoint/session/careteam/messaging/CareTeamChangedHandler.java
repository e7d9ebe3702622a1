package health.stillpoint.session.careteam.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.session.careteam.CareTeams;
import health.stillpoint.session.careteam.domain.CareTeam;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps who cares for a patient. Safe to receive twice and late. */
@ApplicationScoped
class CareTeamChangedHandler implements EventHandler<CareTeamChangedV1> {

    private final CareTeams teams;

    CareTeamChangedHandler(CareTeams teams) {
        this.teams = teams;
    }

    @Override
    public String type() {
        return CareTeamChangedV1.TYPE;
    }

    @Override
    public Class<CareTeamChangedV1> dataType() {
        return CareTeamChangedV1.class;
    }

    @Override
    public void on(ReceivedEvent<CareTeamChangedV1> event) {
        CareTeamChangedV1 team = event.data();
        teams.heardOf(new CareTeam(team.patientId(), team.revision(), team.members().stream()
                .map(member -> new CareTeam.Member(member.practitionerId(), member.subjectId(), member.role())).toList()));
    }
}
