package health.stillpoint.outcome.careteam;

import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TreatedPatientRepository;
import health.stillpoint.outcome.careteam.domain.CareTeam;
import health.stillpoint.outcome.careteam.domain.CareTeamRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Who cares for a patient, as patient-service told it: to whom alerts go. */
@ApplicationScoped
public class CareTeams {

    private final CareTeamRepository teams;
    private final TreatedPatientRepository patients;

    CareTeams(CareTeamRepository teams, TreatedPatientRepository patients) {
        this.teams = teams;
        this.patients = patients;
    }

    /** The owner told of a team; of somebody forgotten it is not kept. */
    public void heardOf(CareTeam team) {
        if (!patients.isForgotten(team.patient())) {
            teams.keep(team);
        }
    }

    /** The team of each patient; an unknown one for whom nothing was heard. */
    public Function<PatientId, CareTeam> of(Collection<PatientId> patients) {
        Map<PatientId, CareTeam> known =
                teams.of(patients).stream().collect(Collectors.toMap(CareTeam::patient, Function.identity()));
        return patient -> known.getOrDefault(patient, CareTeam.unknown(patient));
    }
}
