package health.stillpoint.session.careteam;

import health.stillpoint.session.careteam.domain.CareTeam;
import health.stillpoint.session.careteam.domain.CareTeamRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** To whom alerts go. */
@ApplicationScoped
public class CareTeams {

    private final CareTeamRepository teams;

    CareTeams(CareTeamRepository teams) {
        this.teams = teams;
    }

    /** The owner told of a team. */
    public void heardOf(CareTeam team) {
        teams.keep(team);
    }

    /** The team of a patient; an unknown one when nothing was heard. */
    public CareTeam of(UUID patientId) {
        return teams.of(patientId).orElseGet(() -> CareTeam.unknown(patientId));
    }
}
