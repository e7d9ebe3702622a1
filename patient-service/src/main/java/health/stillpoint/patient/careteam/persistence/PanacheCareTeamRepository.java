package health.stillpoint.patient.careteam.persistence;

import static java.util.stream.Collectors.groupingBy;

import health.stillpoint.patient.careteam.domain.CareTeam;
import health.stillpoint.patient.careteam.domain.CareTeamRepository;
import health.stillpoint.patient.careteam.domain.Membership;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.TypedQuery;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Care teams in PostgreSQL. */
@ApplicationScoped
class PanacheCareTeamRepository implements CareTeamRepository, PanacheRepositoryBase<CareTeamEntity, UUID> {

    private static final String BEHIND = """
            and exists (select 1 from CareTeamMemberEntity seen where seen.id = :last and (place.memberFrom > seen.memberFrom
                        or place.memberFrom = seen.memberFrom and place.id > seen.id))""";

    @Override
    public CareTeam of(PatientId patientId) {
        return findByIdOptional(patientId.value())
                .map(team -> team(team, held("from CareTeamMemberEntity where patientId = :patient and memberTo is null",
                        patientId.value())))
                .orElseGet(() -> CareTeam.nobodyYet(patientId));
    }

    private static CareTeam team(CareTeamEntity team, List<CareTeamMemberEntity> held) {
        return new CareTeam(new PatientId(team.id), team.revision, team.changedAt,
                held.stream().map(CareTeamMemberEntity::toDomain).toList());
    }

    private List<CareTeamMemberEntity> held(String query, UUID patientId) {
        return getEntityManager().createQuery(query, CareTeamMemberEntity.class)
                .setParameter("patient", patientId)
                .getResultList();
    }

    /** Ends are written before beginnings, so that a new lead prescriber does not meet the old one in the index. */
    @Override
    public void save(CareTeam team, List<Membership> touched) {
        CareTeamEntity entity = findById(team.patientId().value());
        if (entity == null) {
            entity = new CareTeamEntity();
            entity.id = team.patientId().value();
            copy(team, entity);
            persist(entity);
        } else {
            copy(team, entity);
        }
        touched.stream().filter(membership -> !membership.isHeld()).forEach(ended ->
                getEntityManager().find(CareTeamMemberEntity.class, ended.id()).copyEnd(ended));
        flush();
        touched.stream().filter(Membership::isHeld).forEach(begun ->
                getEntityManager().persist(CareTeamMemberEntity.of(team.patientId(), begun)));
    }

    private static void copy(CareTeam team, CareTeamEntity entity) {
        entity.revision = team.revision();
        entity.changedAt = team.changedAt();
    }

    @Override
    public List<Membership> history(PatientId patientId, UUID last, int limit) {
        TypedQuery<CareTeamMemberEntity> query = getEntityManager()
                .createQuery("from CareTeamMemberEntity place where place.patientId = :patient"
                        + (last == null ? "" : " " + BEHIND) + " order by place.memberFrom, place.id", CareTeamMemberEntity.class)
                .setParameter("patient", patientId.value())
                .setMaxResults(limit);
        if (last != null) {
            query.setParameter("last", last);
        }
        return query.getResultStream().map(CareTeamMemberEntity::toDomain).toList();
    }

    @Override
    public List<PatientId> patientsOf(PractitionerId practitionerId) {
        return getEntityManager().createQuery("""
                        select distinct patientId from CareTeamMemberEntity
                        where practitionerId = :practitioner and memberTo is null order by patientId""", UUID.class)
                .setParameter("practitioner", practitionerId.value())
                .getResultStream()
                .map(PatientId::new)
                .toList();
    }

    @Override
    public List<CareTeam> all() {
        Map<UUID, List<CareTeamMemberEntity>> held = getEntityManager()
                .createQuery("from CareTeamMemberEntity where memberTo is null", CareTeamMemberEntity.class)
                .getResultStream()
                .collect(groupingBy(member -> member.patientId));
        return find("order by id").stream().map(team -> team(team, held.getOrDefault(team.id, List.of()))).toList();
    }
}
