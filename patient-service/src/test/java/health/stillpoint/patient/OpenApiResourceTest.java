package health.stillpoint.patient;

import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.OpenApiSnapshot;
import health.stillpoint.kit.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class OpenApiResourceTest {

    @Test
    void isTheDocumentInGit() {
        String served = given().queryParam("format", "JSON").get("/q/openapi").then().statusCode(200).extract().asString();

        assertThat(served).contains("\"/api/v1/patients/{id}/candidacy-decisions\"");
        OpenApiSnapshot.holds(served);
    }
}
