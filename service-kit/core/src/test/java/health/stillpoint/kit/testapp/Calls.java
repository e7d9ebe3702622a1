package health.stillpoint.kit.testapp;

import static io.restassured.RestAssured.given;

import io.restassured.http.ContentType;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import java.util.function.BooleanSupplier;

/** Calls of the kit's own tests. */
public final class Calls {

    public static final String NOTES = "/api/v1/notes";

    private Calls() {
    }

    /** A JSON call of somebody with this role in a demo clinic. */
    public static RequestSpecification as(String role, String clinic) {
        return given().auth().oauth2(KitStack.token(role, clinic)).contentType(ContentType.JSON);
    }

    /** A fresh idempotency key. */
    public static String key() {
        return UUID.randomUUID().toString();
    }

    /** Waits for a condition, at most ten seconds. */
    public static void await(BooleanSupplier condition) throws InterruptedException {
        await(condition, Duration.ofSeconds(10));
    }

    /** Waits for a condition. */
    public static void await(BooleanSupplier condition, Duration longest) throws InterruptedException {
        Instant until = Instant.now().plus(longest);
        while (!condition.getAsBoolean()) {
            if (Instant.now().isAfter(until)) {
                throw new AssertionError("Not within " + longest);
            }
            Thread.sleep(20);
        }
    }
}
