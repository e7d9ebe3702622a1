package health.stillpoint.session.identity.persistence;

import health.stillpoint.session.identity.domain.IdentityRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Names and texts in PostgreSQL; the mark on the patient comes first, since the triggers of V190 and V194 ask for it. */
@ApplicationScoped
class SqlIdentityRepository implements IdentityRepository {

    private static final String MARK = """
            insert into patient_standing as known (clinic_id, id, version, low_start, dose_factor, codes, erased_at, keep_until)
            values (kit_clinic(), :patient, 0, false, 1, '', :at, :until)
            on conflict (id) do update set erased_at = coalesce(known.erased_at, excluded.erased_at),
                keep_until = greatest(known.keep_until, excluded.keep_until), version = known.version + 1""";
    private static final String MERGE = """
            insert into merged_record (clinic_id, id, version, survivor_id) values (kit_clinic(), :merged, 0,
                coalesce((select m.survivor_id from merged_record m where m.clinic_id = kit_clinic() and m.id = :survivor), :survivor))
            on conflict (id) do nothing""";
    /** A merge is told under two keys, and so by two readers at the same moment. */
    private static final String ONE_MERGE_AT_A_TIME =
            "select 1 from pg_advisory_xact_lock(hashtextextended('merged_record/' || cast(kit_clinic() as text), 0))";
    private static final String KEPT_UNTIL_BEFORE = """
            select p.id from patient_standing p
             where p.clinic_id = kit_clinic() and p.keep_until < :day and p.facts_deleted_at is null
               and not exists (select from merged_record m where m.clinic_id = p.clinic_id and m.id = p.id)
             order by p.keep_until, p.id limit :most""";
    private static final String NOBODY =
            "jsonb_build_object('name', '[erased]', 'relationship', '[erased]', 'phone', '[erased]')";
    private static final String OF_PATIENT = " where clinic_id = kit_clinic() and patient_id = :patient";
    private static final String OF_SESSIONS = " where clinic_id = kit_clinic() and session_id in"
            + " (select id from treatment_session where clinic_id = kit_clinic() and patient_id = :patient)";
    /** A row of which staff may hold an older copy; with its version counted on, they cannot write it back. */
    private static final String CHANGED = ", version = version + 1";

    /** What people wrote. Reasons that the service itself chose from its list are codes and stay. */
    private static final List<String> REMOVALS = List.of(
            "update treatment_session set " + erased("end_reason", "end_reason not in ('CONSENT_WITHDRAWN', 'RECORDS_MERGED', 'IDENTITY_ERASED')")
                    + ", escort = case when escort is not null then " + NOBODY + " end" + CHANGED + OF_PATIENT,
            "update discharge set escort = " + NOBODY + OF_PATIENT,
            "update session_note set " + erased("text") + OF_SESSIONS,
            "update course set " + erased("goal") + ", " + erased("end_reason", "state = 'STOPPED'") + CHANGED + OF_PATIENT,
            "update course_review set " + erased("rationale") + OF_PATIENT,
            "update pre_dose_checklist set " + erased("signature_reason") + CHANGED + OF_PATIENT,
            "update dose_order set " + erased("remeasured_reason") + OF_PATIENT,
            "update pre_dose_checklist_version set " + erased("reason") + OF_PATIENT,
            "update dose set " + erased("knowledge_override_reason") + OF_PATIENT,
            "update vital_alert set " + erased("action") + CHANGED + OF_PATIENT,
            "update integration_work set " + erased("technique") + ", " + erased("target") + ", " + erased("homework") + OF_PATIENT,
            "update adverse_event set " + erased("description") + ", " + erased("amendment_reason") + OF_PATIENT,
            "update hold set " + erased("reason", "origin is null") + ", " + erased("clear_reason") + CHANGED + OF_PATIENT,
            "update ledger_movement set " + erased("reason") + OF_SESSIONS,
            "update destruction_proposal set " + erased("reason") + CHANGED + OF_SESSIONS,
            """
            delete from idempotency_key answer where clinic_id = kit_clinic() and exists (
                select from (select cast(:patient as uuid) as id
                             union all select id from course where clinic_id = kit_clinic() and patient_id = :patient
                             union all select id from treatment_session where clinic_id = kit_clinic() and patient_id = :patient) known
                where position(cast(known.id as text) in answer.route) > 0
                   or position(convert_to(cast(known.id as text), 'UTF8') in answer.body) > 0)""");

    private final EntityManager database;

    SqlIdentityRepository(EntityManager database) {
        this.database = database;
    }

    private static String erased(String column) {
        return erased(column, column + " is not null");
    }

    private static String erased(String column, String written) {
        return column + " = case when " + written + " then '[erased]' else " + column + " end";
    }

    @Override
    public void merge(UUID mergedId, UUID survivorId) {
        database.createNativeQuery(ONE_MERGE_AT_A_TIME).getResultList();
        database.createQuery("update MergedRecordEntity m set m.survivorId = :survivor where m.survivorId = :merged")
                .setParameter("survivor", survivorId).setParameter("merged", mergedId).executeUpdate();
        database.createNativeQuery(MERGE).setParameter("merged", mergedId).setParameter("survivor", survivorId).executeUpdate();
    }

    @Override
    public void remove(UUID patientId, Instant at, LocalDate keepUntil) {
        database.createNativeQuery(MARK).setParameter("at", at).setParameter("until", keepUntil).setParameter("patient", patientId)
                .executeUpdate();
        REMOVALS.forEach(removal -> database.createNativeQuery(removal).setParameter("patient", patientId).executeUpdate());
    }

    @Override
    @SuppressWarnings("unchecked") // the query's one column
    public List<UUID> keptUntilBefore(LocalDate day, int limit) {
        return database.createNativeQuery(KEPT_UNTIL_BEFORE, UUID.class).setParameter("day", day).setParameter("most", limit).getResultList();
    }

    @Override
    public void deleteFacts(UUID patientId, Instant at) {
        database.createNativeQuery("select delete_facts(:patient, :at)", UUID.class).setParameter("patient", patientId)
                .setParameter("at", at).getResultList();
    }
}
