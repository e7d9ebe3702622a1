package health.stillpoint.session.careteam;

import health.stillpoint.session.careteam.domain.CareTeam;
import health.stillpoint.session.careteam.domain.CareTeamRepository;
import health.stillpoint.session.eligibility.Eligibility;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.UUID;

/** Who cares for a patient, as patient-service told it. */
@ApplicationScoped
public class CareTeams {

    private final CareTeamRepository teams;
    private final Eligibility eligibility;

    CareTeams(CareTeamRepository teams, Eligibility eligibility) {
        this.teams = teams;
        this.eligibility = eligibility;
    }

    /** The owner told of a team; of somebody forgotten it is not kept. */
    public void heardOf(CareTeam team) {
        if (!eligibility.isForgotten(team.patientId())) {
            teams.keep(team);
        }
    }

    /** The team of a patient; an unknown one when nothing was heard. */
    public CareTeam of(UUID patientId) {
        return teams.of(patientId).orElseGet(() -> CareTeam.unknown(patientId));
    }
}
