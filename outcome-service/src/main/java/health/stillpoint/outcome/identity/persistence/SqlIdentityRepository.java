package health.stillpoint.outcome.identity.persistence;

import health.stillpoint.outcome.identity.domain.IdentityRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Free texts, and the end of facts, in PostgreSQL; what is deleted stands in V140. */
@ApplicationScoped
class SqlIdentityRepository implements IdentityRepository {

    private static final String MARK = """
            insert into treated_patient as known (clinic_id, id, version, erased_at, keep_until)
            values (kit_clinic(), :patient, 0, :at, :until)
            on conflict (id) do update set erased_at = coalesce(known.erased_at, excluded.erased_at),
                keep_until = greatest(known.keep_until, excluded.keep_until), version = known.version + 1""";

    private static final String REMOVAL = """
            update safety_alert set action = case when action is null then null else '[erased]' end,
                                    reason = case when reason is null then null else '[erased]' end,
                                    version = version + 1
             where clinic_id = kit_clinic() and patient_id = :patient and (action is not null or reason is not null)""";

    private static final String FORGET_ANSWERS = """
            delete from idempotency_key answer where clinic_id = kit_clinic() and exists (
                select from (select cast(:patient as uuid) as id
                             union all select id from assessment where clinic_id = kit_clinic() and patient_id = :patient
                             union all select id from safety_alert where clinic_id = kit_clinic() and patient_id = :patient) known
                where position(cast(known.id as text) in answer.route) > 0
                   or position(convert_to(cast(known.id as text), 'UTF8') in answer.body) > 0)""";

    private static final String KEPT_UNTIL_BEFORE = """
            select p.id from treated_patient p
             where p.clinic_id = kit_clinic() and p.keep_until < :day and p.facts_deleted_at is null
               and not exists (select from merged_record m where m.clinic_id = p.clinic_id and m.id = p.id)
             order by p.keep_until, p.id limit :most""";

    private final EntityManager database;

    SqlIdentityRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public void remove(UUID patientId, Instant at, LocalDate keepUntil) {
        database.createNativeQuery(MARK)
                .setParameter("patient", patientId)
                .setParameter("at", at)
                .setParameter("until", keepUntil)
                .executeUpdate();
        for (String removal : List.of(REMOVAL, FORGET_ANSWERS)) {
            database.createNativeQuery(removal).setParameter("patient", patientId).executeUpdate();
        }
    }

    @Override
    @SuppressWarnings("unchecked") // the query's one column
    public List<UUID> keptUntilBefore(LocalDate day, int limit) {
        return database.createNativeQuery(KEPT_UNTIL_BEFORE, UUID.class)
                .setParameter("day", day)
                .setParameter("most", limit)
                .getResultList();
    }

    @Override
    public void deleteFacts(UUID patientId, Instant at) {
        database.createNativeQuery("select delete_facts(:patient, :at)", UUID.class)
                .setParameter("patient", patientId)
                .setParameter("at", at)
                .getResultList();
    }
}
