package health.stillpoint.session.appointment.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.AtOnce;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries to book one person or room twice. */
@ServiceTest
class AppointmentResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");
    private final UUID practitioner = UUID.randomUUID();
    private UUID patient;
    private UUID course;
    private Instant start;

    @BeforeEach
    void aPlannedCourse() {
        patient = steps.patientReadyForTreatment();
        course = steps.plannedCourse(patient, "WEEKLY", "IM");
        start = steps.now().plus(Duration.ofDays(3));
    }

    @Test
    void isTakenOnceHoweverManyAskAtTheSameMoment() {
        List<Response> answers = AtOnce.times(10, () -> steps.book(patient, course, "PREPARATION", start, practitioner, null, null));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409).containsOnlyOnce(201);
    }

    @Test
    void namesWhatIsTaken() {
        String room = "R-" + UUID.randomUUID().toString().substring(0, 8);
        UUID other = steps.patientReadyForTreatment();
        UUID otherCourse = steps.plannedCourse(other, "WEEKLY", "IM");
        steps.book(patient, course, "PREPARATION", start, practitioner, room, null).then().statusCode(201);
        Instant overlapping = start.plus(Duration.ofMinutes(29));

        steps.book(other, otherCourse, "PREPARATION", overlapping, practitioner, null, null).then().statusCode(409)
                .body("code", equalTo("double-booked")).body("taken", equalTo("PRACTITIONER"));
        steps.book(other, otherCourse, "PREPARATION", overlapping, UUID.randomUUID(), room, null).then().statusCode(409).body("taken", equalTo("ROOM"));
        steps.book(patient, course, "DOSING", overlapping, UUID.randomUUID(), null, null).then().statusCode(409).body("taken", equalTo("PATIENT"));
        steps.book(other, otherCourse, "PREPARATION", start.plus(Duration.ofMinutes(30)), practitioner, room, null).then().statusCode(201);
    }

    @Test
    void isBookedWithAClinicianOfTheCareTeamWhereOneIsKnown() {
        steps.caredForBy(patient, Map.of(practitioner, "THERAPIST"));

        steps.book(patient, course, "PREPARATION", start, UUID.randomUUID(), null, null).then().statusCode(409)
                .body("code", equalTo("booking-refused")).body("unmet", contains("PRACTITIONER_NOT_ON_CARE_TEAM"));
        Response booked = steps.book(patient, course, "PREPARATION", start, practitioner, null, null);
        booked.then().statusCode(201);
        steps.as("therapist").header("If-Match", booked.header("ETag")).body(Map.of("plannedStart", start.plus(Duration.ofHours(1)).toString(),
                        "plannedEnd", start.plus(Duration.ofHours(2)).toString(), "practitionerId", UUID.randomUUID()))
                .post("/api/v1/sessions/{id}/reschedule", (String) booked.path("id")).then().statusCode(409).body("unmet", contains("PRACTITIONER_NOT_ON_CARE_TEAM"));
    }

    @Test
    void isFreeAgainWhenCalledOff() {
        UUID session = SessionSteps.id(steps.book(patient, course, "PREPARATION", start, practitioner, null, null).then().statusCode(201));
        steps.as("therapist").body(Map.of("reason", "a cold")).post("/api/v1/sessions/{id}/cancel", session).then().statusCode(200).body("state", equalTo("CANCELLED"));

        steps.book(patient, course, "PREPARATION", start, practitioner, null, null).then().statusCode(201);
        steps.as("therapist").post("/api/v1/sessions/{id}/check-in", session).then().statusCode(409).body("code", equalTo("step-not-allowed"));
    }

    @Test
    void isMovedOnlyByWhoHasSeenItsPresentVersion() {
        Response booked = steps.book(patient, course, "PREPARATION", start, practitioner, null, null);
        String tag = booked.header("ETag");
        Map<String, Object> moved = Map.of("plannedStart", start.plus(Duration.ofHours(1)).toString(), "plannedEnd", start.plus(Duration.ofHours(2)).toString(),
                "practitionerId", practitioner);

        steps.as("therapist").body(moved).post("/api/v1/sessions/{id}/reschedule", (String) booked.path("id")).then().statusCode(428);
        steps.as("therapist").header("If-Match", "\"99\"").body(moved).post("/api/v1/sessions/{id}/reschedule", (String) booked.path("id")).then().statusCode(412);
        steps.as("therapist").header("If-Match", tag).body(moved).post("/api/v1/sessions/{id}/reschedule", (String) booked.path("id")).then().statusCode(200);
    }

    @Test
    void refusesWhatMakesNoSense() {
        UUID other = steps.patientReadyForTreatment();

        steps.book(other, course, "PREPARATION", start, practitioner, null, null).then().statusCode(409).body("unmet", contains("COURSE_OF_ANOTHER_PATIENT"));
        steps.book(patient, course, "INTEGRATION", start, practitioner, null, null).then().statusCode(409).body("unmet", contains("DOSE_REQUIRED"));
        steps.book(patient, course, "INTEGRATION", start, practitioner, null, UUID.randomUUID()).then().statusCode(404).body("code", equalTo("no-such-dose"));
        steps.book(patient, UUID.randomUUID(), "DOSING", start, practitioner, null, null).then().statusCode(404).body("code", equalTo("no-such-course"));
        Map<String, Object> backwards = new HashMap<>(Map.of("patientId", patient, "courseId", course, "kind", "DOSING", "plannedStart", start.toString(),
                "plannedEnd", start.minusSeconds(1).toString(), "practitionerId", practitioner));
        steps.as("therapist").body(backwards).post("/api/v1/sessions").then().statusCode(422).body("code", equalTo("invalid-value"));
        backwards.put("clinicId", UUID.randomUUID());
        steps.as("therapist").body(backwards).post("/api/v1/sessions").then().statusCode(400).body("code", equalTo("unreadable"));
    }
}
