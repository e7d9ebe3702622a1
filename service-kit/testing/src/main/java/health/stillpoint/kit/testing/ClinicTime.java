package health.stillpoint.kit.testing;

import static io.restassured.RestAssured.given;

import java.time.Duration;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;

/** Moves the clock of a sandbox clinic forward, by the service's own resource. It stays moved for later tests. */
public final class ClinicTime {

    private static final String CLOCK = "/api/v1/sandbox/clock";

    private static final Duration DAY_BEGINS = Duration.ofHours(6);
    private static final Duration MORNING = Duration.ofHours(8);
    private static final Duration DAY_ENDS = Duration.ofHours(19);

    private ClinicTime() {}

    /** Moves the clock of the clinic {@code harbor}. */
    public static void advance(Duration by) {
        advance("harbor", by);
    }

    public static void advance(String clinic, Duration by) {
        long offset = offset(clinic).plus(by).toSeconds();
        given().header("Authorization", Tokens.bearer("clinic-admin", clinic))
                .contentType("application/json")
                .body(Map.of("offsetSeconds", offset))
                .when()
                .put(CLOCK)
                .then()
                .statusCode(200);
    }

    /**
     * Moves the clock of a clinic to the next morning, eight o'clock UTC, unless it is day there: a path of some hours ends on the day it began,
     * whenever the tests run.
     */
    public static void byDay(String clinic) {
        Instant now = now(clinic);
        Instant midnight = now.truncatedTo(ChronoUnit.DAYS);
        if (now.isBefore(midnight.plus(DAY_BEGINS))) {
            advance(clinic, Duration.between(now, midnight.plus(MORNING)));
        } else if (now.isAfter(midnight.plus(DAY_ENDS))) {
            advance(clinic, Duration.between(now, midnight.plus(Duration.ofDays(1)).plus(MORNING)));
        }
    }

    /** What time it is at the clinic {@code harbor}, which earlier tests may have moved. */
    public static Instant now() {
        return now("harbor");
    }

    public static Instant now(String clinic) {
        return Instant.now().plus(offset(clinic)).truncatedTo(ChronoUnit.MILLIS);
    }

    /** How far the clinic's clock is ahead of real time. */
    public static Duration offset(String clinic) {
        Number seconds = given().header("Authorization", Tokens.bearer("clinic-admin", clinic))
                .when()
                .get(CLOCK)
                .then()
                .statusCode(200)
                .extract()
                .path("offsetSeconds");
        return Duration.ofSeconds(seconds.longValue());
    }
}
