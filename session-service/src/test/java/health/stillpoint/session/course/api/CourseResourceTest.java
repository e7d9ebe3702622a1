package health.stillpoint.session.course.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.AtOnce;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class CourseResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void needsCandidacyAndConsent() {
        UUID patient = steps.registeredPatient();
        plan(patient, "WEEKLY", 6, "IM").then().statusCode(409).body("code", equalTo("course-refused")).body("unmet", contains("CANDIDACY_MISSING", "CONSENT_MISSING"));
        steps.acceptedAsCandidate(patient, false, steps.now().minus(Duration.ofMinutes(1)));
        plan(patient, "WEEKLY", 6, "IM").then().statusCode(409).body("unmet", contains("CANDIDACY_EXPIRED", "CONSENT_MISSING"));
        steps.acceptedAsCandidate(patient, false);
        steps.consented(patient);

        plan(patient, "WEEKLY", 6, "IM").then().statusCode(201).body("state", equalTo("PLANNED"));

        Events.Published planned = Events.await(SessionSteps.OWN_FACTS, "session.course-planned.v1", patient);
        assertThat(planned.json().get("primaryDiagnosis").asText()).isEqualTo("SOCIAL_ANXIETY");
        assertThat(planned.json().get("plannedDoses").asInt()).isEqualTo(6);
    }

    @Test
    void beginsWithoutAnInjectionWhereItIsFearedAndMayGoOnWithOne() {
        UUID patient = steps.patientReadyForTreatment();
        steps.decidedAnew(patient, 1, List.of("FIRST_ROUTE_NOT_INJECTED"));

        for (String route : List.of("IM", "SC", "IV")) {
            plan(patient, "WEEKLY", 6, route).then().statusCode(409).body("code", equalTo("course-refused")).body("unmet", contains("ROUTE_EXCLUDED"));
        }
        UUID first = steps.plannedCourse(patient, "WEEKLY", "SL");
        Database.execute("update course set doses_given = 1, state = 'COMPLETED', ended_at = now() where id = ?", first);
        plan(patient, "WEEKLY", 6, "IM").then().statusCode(201);
    }

    @Test
    void hasMoreThanSixDosesOnNewLiverTestsAlone() {
        UUID patient = steps.patientReadyForTreatment();
        steps.decidedAnew(patient, Map.of("liverTestedOn", steps.now().minus(Duration.ofDays(31)).toString().substring(0, 10)));

        plan(patient, "WEEKLY", 7, "IM").then().statusCode(409).body("code", equalTo("course-refused")).body("unmet", contains("LIVER_TEST_OLD"));
        UUID course = SessionSteps.id(plan(patient, "WEEKLY", 6, "IM").then().statusCode(201));
        Database.execute("update course set planned_doses = 7 where id = ?", course);
        steps.as("prescriber").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(422).body("code", equalTo("order-refused")).body("unmet", contains("LIVER_TEST_OLD"));
        Database.execute("update course set doses_given = 1 where id = ?", course);
        steps.as("prescriber").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", course).then().statusCode(201);
    }

    @Test
    void isOpenOnceForAPatient() {
        UUID patient = steps.patientReadyForTreatment();

        List<Response> answers = AtOnce.times(6, () -> plan(patient, "WEEKLY", 6, "IM"));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409).containsOnlyOnce(201);
        plan(patient, "WEEKLY", 6, "IM").then().statusCode(409).body("unmet", contains("COURSE_OPEN"));
        steps.as("therapist").get("/api/v1/courses?patientId={id}", patient).then().statusCode(200).body("items", hasSize(1));
    }

    @Test
    void keepsToItsTemplateAndTheClinicsRoutes() {
        UUID patient = steps.patientReadyForTreatment();

        plan(patient, "WEEKLY", 17, "IM").then().statusCode(422).body("code", equalTo("planned-doses-out-of-range")).body("mostDoses", equalTo(16));
        plan(patient, "WEEKLY", 6, "IN").then().statusCode(409).body("unmet", contains("ROUTE_NOT_ENABLED"));
        steps.as("therapist").body(Map.of("patientId", patient, "type", "WEEKLY", "route", "IM")).post("/api/v1/courses").then().statusCode(403);
    }

    @Test
    void endsWhenStoppedAndAnotherMayBegin() {
        UUID patient = steps.patientReadyForTreatment();
        UUID course = steps.plannedCourse(patient, "INTENSIVE", "SL");

        steps.as("prescriber").body(Map.of("reason", "Patient's wish")).post("/api/v1/courses/{id}/stop", course).then().statusCode(200).body("state", equalTo("STOPPED"));

        steps.as("prescriber").body(Map.of("reason", "again")).post("/api/v1/courses/{id}/stop", course).then().statusCode(409).body("code", equalTo("course-cannot-end"));
        steps.plannedCourse(patient, "WEEKLY", "IM");
        assertThat(Events.await(SessionSteps.OWN_FACTS, "session.course-completed.v1", patient).json().get("outcome").asText()).isEqualTo("STOPPED");
    }

    @Test
    void takesAnOrderForItsOwnRouteAndNeverOverTheCap() {
        UUID course = steps.plannedCourse(steps.patientReadyForTreatment(), "WEEKLY", "IM");

        steps.as("prescriber").body(steps.orderBody("IM", 2.0)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(422).body("code", equalTo("dose-over-cap")).body("unmet", contains("OVER_CAP"));
        steps.as("prescriber").body(steps.orderBody("SC", 0.5)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(422).body("unmet", contains("ROUTE_OF_ANOTHER_COURSE"));
        steps.as("prescriber").get("/api/v1/courses/{id}/dose-orders", course).then().statusCode(200).body("items", hasSize(0));
        steps.as("monitor").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", course).then().statusCode(403);
    }

    private Response plan(UUID patient, String type, int doses, String route) {
        return steps.as("prescriber").body(Map.of("patientId", patient, "type", type, "plannedDoses", doses, "route", route)).post("/api/v1/courses");
    }
}
