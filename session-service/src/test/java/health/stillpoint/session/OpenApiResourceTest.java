package health.stillpoint.session;

import static io.restassured.RestAssured.given;

import health.stillpoint.kit.testing.OpenApiSnapshot;
import health.stillpoint.kit.testing.ServiceTest;
import org.junit.jupiter.api.Test;

@ServiceTest
class OpenApiResourceTest {

    @Test
    void isTheDocumentInGit() {
        OpenApiSnapshot.holds(given().get("/q/openapi?format=json").then().statusCode(200).extract().asString());
    }
}
