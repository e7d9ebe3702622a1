package health.stillpoint.session.order.api;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.not;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** The limits of an order are asked when it is signed and again when its dose is given; time is moved in the other clinic. */
@ServiceTest
class DoseOrderResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void doesNotRiseAfterADoseThatWasHardToBear() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        Map<String, Object> frightened = steps.vitalSigns(dosed.minute(30), 124);
        frightened.put("suds", 8);
        steps.measure(dosed.session(), frightened).then().statusCode(201);
        steps.recoveredAndDischarged(dosed);
        steps.integrated(dosed);

        sign(steps, dosed, 0.6).then().statusCode(422).body("code", equalTo("order-refused")).body("unmet", contains("INCREASE_NOT_ALLOWED"));
        sign(steps, dosed, 0.5).then().statusCode(201);
    }

    @Test
    void doesNotRiseOnAnOrderSignedBeforeTheHardDoseWasCharted() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(dosed);
        steps.integrated(dosed);
        UUID order = SessionSteps.id(sign(steps, dosed, 0.6).then().statusCode(201));
        UUID next = steps.booked(dosed.patient(), dosed.course(), "DOSING", steps.now().plus(Duration.ofDays(7)), null);
        steps.give(next, order, dosed.lot(), steps.now()).then().statusCode(409).body("unmet", not(hasItem("INCREASE_NOT_ALLOWED")));

        Map<String, Object> frightened = steps.vitalSigns(dosed.minute(30), 124);
        frightened.put("suds", 8);
        steps.measure(dosed.session(), frightened).then().statusCode(201);

        steps.give(next, order, dosed.lot(), steps.now()).then().statusCode(409).body("unmet", hasItem("INCREASE_NOT_ALLOWED"));
    }

    @Test
    void isOutdatedByADoseGivenAfterItsSignature() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        UUID before = steps.orderSignedBefore(dosed.at(), dosed.course(), 0.5);
        UUID since = steps.order(dosed.course(), 0.5);
        UUID next = steps.booked(dosed.patient(), dosed.course(), "DOSING", steps.now().plus(Duration.ofDays(7)), null);

        steps.give(next, before, dosed.lot(), steps.now()).then().statusCode(409).body("unmet", hasItem("ORDER_OUTDATED"));
        steps.give(next, since, dosed.lot(), steps.now()).then().statusCode(409).body("unmet", not(hasItem("ORDER_OUTDATED")));
    }

    @Test
    void isOutdatedByACorrectionOfThePersonAfterItsSignature() {
        UUID patient = steps.patientReadyForTreatment();
        UUID course = steps.plannedCourse(patient, "WEEKLY", "IM");
        UUID lot = steps.lot(500);
        UUID session = steps.dosingSessionWithGo(patient, course, steps.now());
        UUID before = steps.order(course, 0.5);
        steps.give(session, before, lot, steps.now()).then().statusCode(409).body("unmet", not(hasItem("ORDER_OUTDATED")))
                .body("unmet", not(hasItem("CHECKLIST_MISSING")));

        steps.corrected(patient, 1987, "female", 3);

        Instant later = steps.now().plusSeconds(1);
        steps.give(session, before, lot, later).then().statusCode(409).body("unmet", hasItems("ORDER_OUTDATED", "CHECKLIST_MISSING"));
        UUID since = steps.order(course, 0.5);
        steps.give(session, since, lot, steps.now()).then().statusCode(409).body("unmet", not(hasItem("ORDER_OUTDATED")));
    }

    @Test
    void startsAgainWhenThePauseGrewAfterTheSignature() {
        SessionSteps meadow = SessionSteps.in("meadow");
        SessionSteps.Dosed dosed = meadow.sessionUnderObservation("IM", 0.6);
        meadow.recoveredAndDischarged(dosed);
        meadow.integrated(dosed);
        UUID order = meadow.order(dosed.course(), 0.6);
        UUID next = meadow.booked(dosed.patient(), dosed.course(), "DOSING", meadow.now().plus(Duration.ofDays(40)), null);

        ClinicTime.advance("meadow", Duration.ofDays(27));
        meadow.give(next, order, dosed.lot(), meadow.now()).then().statusCode(409).body("unmet", not(hasItem("RESTART_TOO_HIGH")));
        ClinicTime.advance("meadow", Duration.ofDays(1));
        meadow.give(next, order, dosed.lot(), meadow.now()).then().statusCode(409).body("unmet", hasItem("RESTART_TOO_HIGH"));
        sign(meadow, dosed, 0.6).then().statusCode(422).body("unmet", contains("RESTART_TOO_HIGH"));
        sign(meadow, dosed, 0.5).then().statusCode(201);
    }

    @Test
    void restsOnNoInventedBody() {
        UUID patient = steps.patientReadyForTreatment();
        UUID course = steps.plannedCourse(patient, "WEEKLY", "IM");
        order(course, Map.of("sexAtBirth", "unknown")).then().statusCode(409).body("code", equalTo("body-data-differ"))
                .body("differences.field", contains("sexAtBirth")).body("differences.known", contains("female"));
        order(course, Map.of("bodyWeightKilograms", 68, "heightCentimeters", 170)).then().statusCode(201).body("bodyWeightKilograms", equalTo(68));

        order(course, Map.of("bodyWeightKilograms", 130, "heightCentimeters", 230)).then().statusCode(409).body("code", equalTo("body-data-differ"))
                .body("differences.field", contains("bodyWeightKilograms", "heightCentimeters"))
                .body("differences.stated", contains("130", "230")).body("differences.known", contains("68", "170"));
        order(course, Map.of("bodyWeightKilograms", 74, "heightCentimeters", 170)).then().statusCode(201);
        order(course, Map.of("bodyWeightKilograms", 76, "heightCentimeters", 170)).then().statusCode(409)
                .body("differences.known", contains("68"));
        order(course, Map.of("bodyWeightKilograms", 76, "heightCentimeters", 170, "remeasuredReason", "x")).then().statusCode(422);
        order(course, Map.of("bodyWeightKilograms", 76, "heightCentimeters", 170, "remeasuredReason", "Weighed twice today")).then().statusCode(201)
                .body("remeasuredReason", equalTo("Weighed twice today"));
        order(course, Map.of("bodyWeightKilograms", 80, "heightCentimeters", 170)).then().statusCode(201);
    }

    private Response order(UUID course, Map<String, Object> changed) {
        Map<String, Object> body = steps.orderBody("IM", 0.25);
        body.putAll(changed);
        return steps.as("prescriber").body(body).post("/api/v1/courses/{id}/dose-orders", course);
    }

    private static Response sign(SessionSteps steps, SessionSteps.Dosed dosed, double milligramsPerKilogram) {
        return steps.as("prescriber").body(steps.orderBody("IM", milligramsPerKilogram)).post("/api/v1/courses/{id}/dose-orders", dosed.course());
    }
}
