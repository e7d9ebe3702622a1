package health.stillpoint.kit.testapp;

import static io.restassured.RestAssured.given;

import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.path.json.JsonPath;
import java.net.URI;
import org.junit.jupiter.api.BeforeEach;

/** Reads the document that the running service gives of its API. */
public abstract class ApiDocument {

    @TestHTTPResource(value = "/openapi?format=JSON", management = true)
    URI address;

    protected JsonPath document;

    @BeforeEach
    void read() {
        document = given().accept("application/json").get(address).jsonPath();
    }
}
