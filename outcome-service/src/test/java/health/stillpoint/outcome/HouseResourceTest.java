package health.stillpoint.outcome;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatNoException;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.kit.testing.ConsumerRules;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.IndexRules;
import health.stillpoint.kit.testing.OpenApiSnapshot;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.TenantRules;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What holds for the service as a whole: its database, its mapping and its API document. */
@ServiceTest
class HouseResourceTest {

    @Inject
    EntityManagerFactory entityManagers;

    @TestHTTPResource(value = "/openapi?format=JSON", management = true)
    URL document;

    @Test
    void hearsFactsAgainSoonAfterItWasKilled() {
        ConsumerRules.hold();
    }

    @Test
    void keepsClinicsApartInTheDatabase() {
        assertThatNoException().isThrownBy(TenantRules::hold);
    }

    @Test
    void deletesWithoutReadingWholeTables() {
        assertThatNoException().isThrownBy(IndexRules::hold);
    }

    @Test
    void mapsWhatTheMigrationsMade() {
        assertThatNoException().isThrownBy(() -> entityManagers
                .unwrap(SessionFactoryImplementor.class)
                .getSchemaManager()
                .validateMappedObjects());
    }

    @Test
    void servesTheApiOfItsDocument() {
        String served = RestAssured.given()
                .accept("application/json")
                .get(document)
                .then()
                .statusCode(200)
                .extract()
                .asString();
        assertThatNoException().isThrownBy(() -> OpenApiSnapshot.holds(served));
    }

    @ParameterizedTest(name = "{0}")
    @ValueSource(
            strings = {
                "update questionnaire_response set total = 0",
                "truncate questionnaire_response",
                "update administered_dose set number = 9",
                "delete from treated_patient",
                "delete from merged_record"
            }) // what else may be deleted, and when: KeptFactsResourceTest
    void letsTheServiceNeitherChangeNorDeleteWhatIsKept(String statement) throws SQLException {
        try (Connection app = Database.asRole("app");
                Statement attempt = app.createStatement()) {
            SQLException refused = catchThrowableOfType(
                    SQLException.class, () -> attempt.execute(statement));
            assertThat(refused.getSQLState()).isEqualTo("42501");
        }
    }
}
