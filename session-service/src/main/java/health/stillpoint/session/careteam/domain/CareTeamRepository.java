package health.stillpoint.session.careteam.domain;

import java.util.Optional;
import java.util.UUID;

/** The care teams of the clinic's patients, as they were told. */
public interface CareTeamRepository {

    Optional<CareTeam> of(UUID patientId);

    /** Keeps a team unless a later revision is known. */
    void keep(CareTeam team);
}
