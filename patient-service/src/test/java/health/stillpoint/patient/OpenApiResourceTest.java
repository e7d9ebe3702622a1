package health.stillpoint.patient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.OpenApiSnapshot;
import health.stillpoint.kit.testing.ServiceTest;
import io.quarkus.smallrye.openapi.runtime.OpenApiConstants;
import io.quarkus.test.common.http.TestHTTPResource;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import org.junit.jupiter.api.Test;

@ServiceTest
class OpenApiResourceTest {

    @TestHTTPResource(value = "/openapi?format=JSON", management = true)
    URI document;

    @Test
    void isTheDocumentInGit() {
        String served = given().accept("application/json").get(document).then().statusCode(200).extract().asString();

        assertThat(served).contains("\"/api/v1/patients/{id}/candidacy-decisions\"");
        OpenApiSnapshot.holds(served);
    }

    @Test
    void isServedAsTheBuildMadeItAndNotReadAtTheStart() throws IOException {
        String name = OpenApiConstants.BASE_NAME + ".JSON";
        assertThat(OpenApiConstants.classLoader.getResource(name)).isNull();
        try (InputStream built = Thread.currentThread().getContextClassLoader().getResourceAsStream(name)) {
            assertThat(given().get(document).asByteArray()).isEqualTo(built.readAllBytes());
        }
    }
}
