package health.stillpoint.patient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.OpenApiSnapshot;
import health.stillpoint.kit.testing.ServiceTest;
import io.quarkus.test.common.http.TestHTTPResource;
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
}
