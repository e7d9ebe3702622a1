package health.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThatNoException;

import health.stillpoint.kit.testing.OpenApiSnapshot;
import health.stillpoint.kit.testing.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import jakarta.inject.Inject;
import jakarta.persistence.EntityManagerFactory;
import java.net.URL;
import org.hibernate.engine.spi.SessionFactoryImplementor;
import org.junit.jupiter.api.Test;

/** The API is that of its document in git, the tables are those the code thinks it has. */
@ServiceTest
class OpenApiResourceTest {

    @Inject
    EntityManagerFactory entityManagers;

    @TestHTTPResource(value = "/openapi?format=JSON", management = true)
    URL document;

    @Test
    void servesTheApiOfItsDocument() {
        String served = RestAssured.given().accept("application/json").get(document).then().statusCode(200).extract().asString();

        assertThatNoException().isThrownBy(() -> OpenApiSnapshot.holds(served));
    }

    @Test
    void mapsWhatTheMigrationsMade() {
        assertThatNoException().isThrownBy(
                () -> entityManagers.unwrap(SessionFactoryImplementor.class).getSchemaManager().validateMappedObjects());
    }
}
