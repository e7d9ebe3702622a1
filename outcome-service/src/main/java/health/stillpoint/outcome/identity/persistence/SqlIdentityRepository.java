package health.stillpoint.outcome.identity.persistence;

import health.stillpoint.outcome.identity.domain.IdentityRepository;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.UUID;

/** Free texts in PostgreSQL. */
@ApplicationScoped
class SqlIdentityRepository implements IdentityRepository {

    private static final String REMOVAL = """
            update safety_alert set action = case when action is null then null else '[erased]' end,
                                    reason = case when reason is null then null else '[erased]' end,
                                    version = version + 1
             where clinic_id = kit_clinic() and patient_id = :patient and (action is not null or reason is not null)""";

    private final EntityManager database;

    SqlIdentityRepository(EntityManager database) {
        this.database = database;
    }

    @Override
    public void remove(UUID patientId) {
        database.createNativeQuery(REMOVAL).setParameter("patient", patientId).executeUpdate();
    }
}
