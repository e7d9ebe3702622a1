package health.stillpoint.outcome.careteam.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.careteam.CareTeams;
import health.stillpoint.outcome.careteam.domain.CareTeam;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps who cares for a patient. Safe to receive twice and late. */
@ApplicationScoped
class CareTeamChangedHandler implements EventHandler<PatientCareTeamChangedV1> {

    private final CareTeams teams;

    CareTeamChangedHandler(CareTeams teams) {
        this.teams = teams;
    }

    @Override
    public String type() {
        return PatientCareTeamChangedV1.TYPE;
    }

    @Override
    public Class<PatientCareTeamChangedV1> dataType() {
        return PatientCareTeamChangedV1.class;
    }

    @Override
    public void on(ReceivedEvent<PatientCareTeamChangedV1> event) {
        PatientCareTeamChangedV1 team = event.data();
        teams.heardOf(new CareTeam(new PatientId(team.patientId()), team.revision(), team.members().stream()
                .map(member -> new CareTeam.Member(member.practitionerId(), member.subjectId(), member.role()))
                .toList()));
    }
}
