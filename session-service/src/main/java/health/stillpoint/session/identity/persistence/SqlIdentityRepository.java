package health.stillpoint.session.identity.persistence;

import health.stillpoint.session.identity.domain.IdentityRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Names and texts in PostgreSQL; the mark on the patient comes first, since the triggers of V190 ask for it. */
@ApplicationScoped
class SqlIdentityRepository implements IdentityRepository {

    private static final String MARK = """
            update patient_standing set erased_at = coalesce(erased_at, :at) where clinic_id = kit_clinic() and id = :patient""";
    private static final String NOBODY =
            "jsonb_build_object('name', '[erased]', 'relationship', '[erased]', 'phone', '[erased]')";
    private static final List<String> REMOVALS = List.of(
            "update treatment_session set escort = " + NOBODY
                    + " where clinic_id = kit_clinic() and patient_id = :patient and escort is not null",
            "update discharge set escort = " + NOBODY + " where clinic_id = kit_clinic() and patient_id = :patient",
            """
            update session_note set text = '[erased]' where clinic_id = kit_clinic() and session_id in (
                select id from treatment_session where clinic_id = kit_clinic() and patient_id = :patient)""");

    private final EntityManager database;

    SqlIdentityRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public void merge(UUID mergedId, UUID survivorId) {
        database.createQuery("update MergedRecordEntity m set m.survivorId = :survivor where m.survivorId = :merged")
                .setParameter("survivor", survivorId).setParameter("merged", mergedId).executeUpdate();
        if (database.find(MergedRecordEntity.class, mergedId) == null) {
            MergedRecordEntity row = new MergedRecordEntity();
            row.id = mergedId;
            row.survivorId = survivorId;
            database.persist(row);
        }
    }

    @Override
    public void remove(UUID patientId, Instant at) {
        database.createNativeQuery(MARK).setParameter("at", at).setParameter("patient", patientId).executeUpdate();
        REMOVALS.forEach(removal -> database.createNativeQuery(removal).setParameter("patient", patientId).executeUpdate());
    }
}
