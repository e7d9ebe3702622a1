package health.stillpoint.patient.referrals.persistence;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.referrals.domain.Referral;
import health.stillpoint.patient.referrals.domain.ReferralId;
import health.stillpoint.patient.referrals.domain.ReferralRefusal;
import health.stillpoint.patient.referrals.domain.ReferralRepository;
import health.stillpoint.patient.referrals.domain.ReferralStatus;
import health.stillpoint.patient.referrals.domain.Submission;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.LockModeType;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Referrals in PostgreSQL. */
@ApplicationScoped
class PanacheReferralRepository implements ReferralRepository, PanacheRepositoryBase<ReferralEntity, UUID> {

    /** Row-level security keeps this to the clinic of the running operation. */
    private static final String POSSIBLY_SAME = """
            select id from patient where clinic_id = kit_clinic() and birth_date = :birthDate
              and merged_into is null and erased_at is null
              and (lower(name ->> 'family') = lower(:family) or contact ->> 'phone' = cast(:phone as text)
                   or lower(contact ->> 'email') = lower(cast(:email as text)))
             order by id limit :most""";

    @Override
    public Versioned<Referral> add(Referral referral) {
        ReferralEntity entity = ReferralEntity.of(referral);
        persist(entity);
        return new Versioned<>(referral, entity.version);
    }

    @Override
    public Versioned<Referral> save(Referral referral) {
        ReferralEntity entity = findByIdOptional(referral.id().value()).orElseThrow(ReferralRefusal.NoSuchReferral::new);
        entity.copyState(referral);
        flush();
        return new Versioned<>(referral, entity.version);
    }

    @Override
    public Optional<Versioned<Referral>> withId(ReferralId id) {
        return findByIdOptional(id.value()).map(PanacheReferralRepository::versioned);
    }

    @Override
    public Optional<Versioned<Referral>> withIdLocked(ReferralId id) {
        return findByIdOptional(id.value(), LockModeType.PESSIMISTIC_WRITE).map(PanacheReferralRepository::versioned);
    }

    @Override
    public boolean exists(String partner, String partnerReference) {
        return count("partner = ?1 and partnerReference = ?2", partner, partnerReference) > 0;
    }

    @Override
    public void release(String partner, String partnerReference, Instant receivedAt) {
        update("partnerReference = null, version = version + 1 where partner = ?1 and partnerReference = ?2 and receivedAt <= ?3",
                partner, partnerReference, receivedAt);
    }

    @Override
    public List<UUID> numberedOfErased(Instant receivedAt, int limit) {
        return getEntityManager()
                .createQuery("select r.id from ReferralEntity r where r.partnerReference is not null and r.receivedAt <= :moment"
                        + " and exists (select 1 from PatientEntity p where p.id = r.patientId and p.erasedAt is not null)", UUID.class)
                .setParameter("moment", receivedAt).setMaxResults(limit).getResultList();
    }

    @Override
    public void dropNumber(UUID id) {
        update("partnerReference = null, version = version + 1 where id = ?1", id);
    }

    @Override
    public List<UUID> unlinkedSince(Instant moment, int limit) {
        return getEntityManager()
                .createQuery("select id from ReferralEntity where patientId is null and forgottenAt is null and lastStepAt <= :moment"
                        + " order by lastStepAt", UUID.class)
                .setParameter("moment", moment).setMaxResults(limit).getResultList();
    }

    @Override
    public void forget(Referral forgotten, Instant at) {
        ReferralEntity entity = ReferralEntity.of(forgotten);
        update("submission = ?1, partnerReference = null, note = ?2, forgottenAt = ?3, version = version + 1 where id = ?4",
                entity.submission, entity.note, at, entity.id);
    }

    @Override
    public List<Versioned<Referral>> after(UUID last, String partner, ReferralStatus standing, int limit) {
        StringBuilder where = new StringBuilder("id > :last");
        Parameters parameters = Parameters.with("last", last == null ? new UUID(0, 0) : last);
        if (partner != null) {
            where.append(" and partner = :partner");
            parameters.and("partner", partner);
        }
        if (standing != null) {
            where.append(" and standing = :standing");
            parameters.and("standing", standing);
        }
        return find(where + " order by id", parameters).range(0, limit - 1).stream()
                .map(PanacheReferralRepository::versioned)
                .toList();
    }

    @Override
    @SuppressWarnings("unchecked") // the query's one column
    public List<PatientId> possiblySame(Submission.Person person, int limit) {
        List<UUID> ids = getEntityManager().createNativeQuery(POSSIBLY_SAME, UUID.class)
                .setParameter("birthDate", person.birthDate())
                .setParameter("family", person.name().family())
                .setParameter("phone", person.contact().phone())
                .setParameter("email", person.contact().email())
                .setParameter("most", limit)
                .getResultList();
        return ids.stream().map(PatientId::new).toList();
    }

    private static Versioned<Referral> versioned(ReferralEntity entity) {
        return new Versioned<>(entity.toDomain(), entity.version);
    }
}
