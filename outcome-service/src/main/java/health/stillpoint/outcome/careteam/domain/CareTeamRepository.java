package health.stillpoint.outcome.careteam.domain;

import health.stillpoint.outcome.assessment.domain.PatientId;
import java.util.Collection;
import java.util.List;

/** The care teams of the clinic's patients, as they were told. */
public interface CareTeamRepository {

    /** Those that are known. */
    List<CareTeam> of(Collection<PatientId> patients);

    /** Keeps a team unless a later revision is known. */
    void keep(CareTeam team);
}
