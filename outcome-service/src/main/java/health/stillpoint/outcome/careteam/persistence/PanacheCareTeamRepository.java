package health.stillpoint.outcome.careteam.persistence;

import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.careteam.domain.CareTeam;
import health.stillpoint.outcome.careteam.domain.CareTeamRepository;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Collection;
import java.util.List;
import java.util.UUID;

@ApplicationScoped
class PanacheCareTeamRepository implements CareTeamRepository, PanacheRepositoryBase<CareTeamEntity, UUID> {

    @Override
    public List<CareTeam> of(Collection<PatientId> patients) {
        return patients.isEmpty()
                ? List.of()
                : find("id in ?1", patients.stream().map(PatientId::value).distinct().toList()).stream()
                        .map(CareTeamEntity::toDomain)
                        .toList();
    }

    @Override
    public void keep(CareTeam team) {
        CareTeamEntity known = findById(team.patient().value());
        if (known == null) {
            CareTeamEntity entity = new CareTeamEntity();
            entity.id = team.patient().value();
            entity.copyFrom(team);
            persist(entity);
        } else if (known.revision < team.revision()) {
            known.copyFrom(team);
        }
    }
}
