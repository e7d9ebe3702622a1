package health.stillpoint.patient.candidacy.persistence;

import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import health.stillpoint.patient.candidacy.domain.CandidacyRefusal;
import health.stillpoint.patient.candidacy.domain.CandidacyRepository;
import health.stillpoint.patient.candidacy.persistence.CandidacyDecisionEntity.Status;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.patients.persistence.MergedRecords;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions in PostgreSQL. */
@ApplicationScoped
class PanacheCandidacyRepository implements CandidacyRepository, PanacheRepositoryBase<CandidacyDecisionEntity, UUID> {

    private static final String UNDECIDED = """
            select p.id
              from programme p
              left join screening s on s.clinic_id = p.clinic_id and s.patient_id = p.id
             where p.clinic_id = kit_clinic() and p.state in ('CANDIDACY_REVIEW', 'DEFERRED')
             group by p.id
            having coalesce(max(s.performed_at), '-infinity') < :moment
             order by max(s.performed_at) nulls first
             limit :limit""";

    private static final List<Status> STANDING = List.of(Status.AWAITING_SECOND_READER, Status.IN_FORCE);

    @Override
    public Versioned<CandidacyDecision> add(CandidacyDecision decision) {
        CandidacyDecisionEntity entity = CandidacyDecisionEntity.of(decision);
        persist(entity);
        return new Versioned<>(decision, entity.version);
    }

    @Override
    public Versioned<CandidacyDecision> save(CandidacyDecision decision) {
        CandidacyDecisionEntity entity =
                findByIdOptional(decision.id()).orElseThrow(CandidacyRefusal.NoSuchDecision::new);
        entity.copyState(decision);
        flush();
        return new Versioned<>(decision, entity.version);
    }

    @Override
    public Optional<Versioned<CandidacyDecision>> withId(PatientId patientId, UUID id) {
        return find(MergedRecords.OF_PERSON + " and id = ?2", patientId.value(), id).firstResultOptional()
                .map(PanacheCandidacyRepository::versioned);
    }

    @Override
    public List<Versioned<CandidacyDecision>> of(PatientId patientId) {
        return find(MergedRecords.OF_PERSON + " order by id desc", patientId.value()).stream()
                .map(PanacheCandidacyRepository::versioned)
                .toList();
    }

    @Override
    public List<Versioned<CandidacyDecision>> of(PatientId patientId, UUID last, int limit) {
        return find(MergedRecords.NEWEST_FIRST, patientId.value(), MergedRecords.behind(last)).range(0, limit - 1).stream()
                .map(PanacheCandidacyRepository::versioned)
                .toList();
    }

    @Override
    public List<CandidacyDecision> standing(PatientId patientId) {
        return find("patientId = ?1 and status in ?2 order by id desc", patientId.value(), STANDING).stream()
                .map(CandidacyDecisionEntity::toDomain)
                .toList();
    }

    @Override
    public Optional<CandidacyDecision> standing(UUID id) {
        return find("id = ?1 and status in ?2", id, STANDING).firstResultOptional().map(CandidacyDecisionEntity::toDomain);
    }

    @Override
    public List<UUID> outOfDate(Instant at, int limit) {
        return find("select id from CandidacyDecisionEntity where status in ?1 and expiresAt <= ?2 order by expiresAt", STANDING, at)
                .project(UUID.class).range(0, limit - 1).list();
    }

    @Override
    @SuppressWarnings("unchecked") // the query's one column
    public List<UUID> undecidedScreenedBefore(Instant moment, int limit) {
        return getEntityManager().createNativeQuery(UNDECIDED, UUID.class)
                .setParameter("moment", moment)
                .setParameter("limit", limit)
                .getResultList();
    }

    @Override
    public boolean reopenedBy(UUID adverseEventId) {
        return getEntityManager().find(AdverseEventSeenEntity.class, adverseEventId) != null;
    }

    @Override
    public void rememberReopening(PatientId patientId, UUID adverseEventId, Instant at) {
        getEntityManager().persist(AdverseEventSeenEntity.of(patientId, adverseEventId, at));
    }

    @Override
    public List<CandidacyDecision> inForce() {
        return find("status = ?1 order by id", Status.IN_FORCE).stream().map(CandidacyDecisionEntity::toDomain).toList();
    }

    private static Versioned<CandidacyDecision> versioned(CandidacyDecisionEntity entity) {
        return new Versioned<>(entity.toDomain(), entity.version);
    }
}
