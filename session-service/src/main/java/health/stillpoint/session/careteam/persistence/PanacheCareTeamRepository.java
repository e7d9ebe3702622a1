package health.stillpoint.session.careteam.persistence;

import health.stillpoint.session.careteam.domain.CareTeam;
import health.stillpoint.session.careteam.domain.CareTeamRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Optional;
import java.util.UUID;

/** {@code care_team}. */
@ApplicationScoped
class PanacheCareTeamRepository implements CareTeamRepository, PanacheRepositoryBase<CareTeamEntity, UUID> {

    @Override
    public Optional<CareTeam> of(UUID patientId) {
        return findByIdOptional(patientId).map(CareTeamEntity::toDomain);
    }

    @Override
    public void keep(CareTeam team) {
        CareTeamEntity known = findById(team.patientId());
        if (known == null) {
            CareTeamEntity row = new CareTeamEntity();
            row.id = team.patientId();
            row.copyFrom(team);
            persist(row);
        } else if (known.revision < team.revision()) {
            known.copyFrom(team);
        }
    }
}
