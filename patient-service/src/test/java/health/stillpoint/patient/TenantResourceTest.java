package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;

import health.stillpoint.kit.testing.ConsumerRules;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.IndexRules;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.kit.testing.TenantRules;
import health.stillpoint.patient.fixtures.Api;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

@ServiceTest
class TenantResourceTest {

    @Inject
    EntityManagerFactory entityManagers;

    @Test
    void hearsFactsAgainSoonAfterItWasKilled() {
        ConsumerRules.hold();
    }

    @Test
    void keepsClinicsApartByTheCatalogOfTheDatabase() {
        TenantRules.hold();

        assertThat(Database.count("select count(*) from pg_class where relname = 'patient' and relforcerowsecurity")).isOne();
    }

    @Test
    void deletesWithoutReadingWholeTables() {
        IndexRules.hold();
    }

    @Test
    void mapsWhatTheMigrationsMade() {
        assertThatNoException().isThrownBy(() -> entityManagers
                .unwrap(SessionFactoryImplementor.class)
                .getSchemaManager()
                .validateMappedObjects());
    }

    @Test
    void showsTheServiceNothingWithoutAClinicAndNothingOfAnother() throws SQLException {
        Api.aRegisteredPatient();

        assertThat(patientsSeenBy(null)).isZero();
        assertThat(patientsSeenBy("harbor")).isPositive();
        assertThat(Database.count("select count(*) from patient where clinic_id = ?::uuid", Stack.clinic("harbor").toString()))
                .isPositive();
    }

    private static long patientsSeenBy(String clinic) throws SQLException {
        try (Connection service = Database.asService(clinic == null ? null : Stack.clinic(clinic));
                ResultSet row = service.createStatement().executeQuery("select count(*) from patient")) {
            row.next();
            return row.getLong(1);
        }
    }
}
