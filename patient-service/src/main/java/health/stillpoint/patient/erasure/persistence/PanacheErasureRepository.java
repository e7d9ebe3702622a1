package health.stillpoint.patient.erasure.persistence;

import health.stillpoint.patient.erasure.domain.Erasure;
import health.stillpoint.patient.erasure.domain.ErasureRepository;
import health.stillpoint.patient.patients.domain.PatientId;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Erasures in PostgreSQL; what is taken out of which table stands in V115 and V151, but for referrals' languages and answers about them. */
@ApplicationScoped
class PanacheErasureRepository implements ErasureRepository, PanacheRepositoryBase<ErasureEntity, UUID> {

    private static final String LAST_CONTACT = """
            with person as (select id, registered_at from patient
                             where clinic_id = kit_clinic() and (id = :patient or merged_into = :patient))
            select max(at) from (
                select registered_at as at from person
                union all select t.changed_at from programme_transition t join person p on t.clinic_id = kit_clinic() and t.patient_id = p.id
                union all select s.performed_at from screening s join person p on s.clinic_id = kit_clinic() and s.patient_id = p.id
                union all select i.signed_at from intake i join person p on i.clinic_id = kit_clinic() and i.patient_id = p.id
                union all select c.signed_at from consent c join person p on c.clinic_id = kit_clinic() and c.patient_id = p.id
            ) as contact""";

    /** First answers to the partner and to staff repeat what the partner sent of the person; only the referral's id is in them. */
    private static final String FORGET_REFERRAL_ANSWERS = """
            delete from idempotency_key k
             using referral r join patient p on p.clinic_id = r.clinic_id and p.id = r.patient_id
             where k.clinic_id = kit_clinic() and r.clinic_id = kit_clinic() and (p.id = :patient or p.merged_into = :patient)
               and (position(cast(r.id as text) in k.route) > 0 or position(cast(r.id as text) in cast(k.headers as text)) > 0)""";

    /** The language the person is spoken to in; the rest of what a partner sent is taken out by V115. */
    private static final String FORGET_REFERRAL_LANGUAGE = """
            update referral set submission = jsonb_set(submission, '{person,language}', '"und"')
             where clinic_id = kit_clinic() and patient_id in (:records)""";

    private static final String RECORDS =
            "select id from patient where clinic_id = kit_clinic() and (id = :patient or merged_into = :patient) order by id";

    private static final String KEPT_UNTIL_BEFORE = """
            select e.patient_id from erasure e join patient p on p.clinic_id = e.clinic_id and p.id = e.patient_id
             where e.clinic_id = kit_clinic() and e.keep_until < :day and p.facts_deleted_at is null
             order by e.keep_until, e.id limit :most""";

    @Override
    public Instant lastContact(PatientId patientId) {
        return (Instant) getEntityManager().createNativeQuery(LAST_CONTACT, Instant.class)
                .setParameter("patient", patientId.value()).getSingleResult();
    }

    @Override
    @SuppressWarnings("unchecked") // a native query of one typed column
    public List<UUID> eraseIdentity(PatientId patientId, Instant at) {
        flush();
        getEntityManager().createNativeQuery(FORGET_REFERRAL_ANSWERS).setParameter("patient", patientId.value()).executeUpdate();
        List<UUID> records = getEntityManager().createNativeQuery("select erase_identity(:patient, :at)", UUID.class)
                .setParameter("patient", patientId.value()).setParameter("at", at).getResultList();
        getEntityManager().createNativeQuery(FORGET_REFERRAL_LANGUAGE).setParameter("records", records).executeUpdate();
        getEntityManager().clear();
        return records;
    }

    @Override
    @SuppressWarnings("unchecked") // the query's one column
    public List<PatientId> records(PatientId patientId) {
        List<UUID> records = getEntityManager().createNativeQuery(RECORDS, UUID.class)
                .setParameter("patient", patientId.value()).getResultList();
        return records.stream().map(PatientId::new).toList();
    }

    @Override
    public void add(Erasure erasure) {
        persist(ErasureEntity.of(erasure));
    }

    @Override
    @SuppressWarnings("unchecked") // the query's one column
    public List<UUID> keptUntilBefore(LocalDate day, int limit) {
        return getEntityManager().createNativeQuery(KEPT_UNTIL_BEFORE, UUID.class)
                .setParameter("day", day).setParameter("most", limit).getResultList();
    }

    @Override
    public void deleteFacts(PatientId patientId, Instant at) {
        getEntityManager().createNativeQuery("select delete_facts(:patient, :at)", UUID.class)
                .setParameter("patient", patientId.value()).setParameter("at", at).getResultList();
    }

    @Override
    public List<Erasure> all() {
        return find("order by id").stream().map(ErasureEntity::toDomain).toList();
    }
}
