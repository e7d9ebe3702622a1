package health.stillpoint.patient.careteam.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.asPatient;
import static health.stillpoint.patient.fixtures.Staff.PRACTITIONERS;
import static health.stillpoint.patient.fixtures.Staff.name;
import static health.stillpoint.patient.fixtures.Staff.seat;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.fixtures.Facts;
import health.stillpoint.patient.fixtures.Staff;
import health.stillpoint.patient.practitioners.api.PractitionerExamples;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class CareTeamResourceTest {

    private static String path(UUID patient) {
        return PATIENTS + "/" + patient + "/care-team";
    }

    /** What was last told of a patient's team. */
    private static Events.Published told(UUID patient, long revision) {
        return Events.await("patient.events.v1", fact -> fact.type().equals("patient.care-team-changed.v1")
                && patient.toString().equals(fact.key()) && fact.json().get("revision").asLong() == revision);
    }

    @Nested
    class Naming {

        @Test
        void beginsWithNobodyAndTakesTheExampleOfTheDocument() {
            // Given
            UUID patient = Api.aRegisteredPatient();
            UUID subject = UUID.randomUUID();
            UUID lead = Staff.addedTo("harbor", subject, "PRESCRIBER");
            UUID therapist = Staff.added("THERAPIST");
            as("monitor").get(path(patient)).then().statusCode(200).header("ETag", "\"0\"")
                    .body("version", equalTo(0)).body("members", empty());

            // When
            as("prescriber").header("If-Match", "\"0\"").body(CareTeamExamples.TEAM
                            .replace(Facts.PRESCRIBER.toString(), lead.toString())
                            .replace(Facts.THERAPIST.toString(), therapist.toString()))
                    .put(path(patient)).then().statusCode(200).header("ETag", "\"1\"")
                    .body("members.role", contains("LEAD_PRESCRIBER", "THERAPIST"))
                    .body("members[0].name.family", equalTo("Okafor"));

            // Then
            var members = told(patient, 1).json().get("members");
            assertThat(members).hasSize(2);
            assertThat(members.get(0).get("practitionerId").asText()).isEqualTo(lead.toString());
            assertThat(members.get(0).get("subjectId").asText()).isEqualTo(subject.toString());
            assertThat(members.get(1).has("subjectId")).isFalse();
        }

        @Test
        void needsTheVersionOfNow() {
            UUID patient = Api.aRegisteredPatient();
            UUID monitor = Staff.added("MONITOR");
            name(patient, 0, List.of(seat(monitor, "MONITOR"))).statusCode(200);

            name(patient, 0, List.of()).statusCode(412);
            as("therapist").body(Map.of("members", List.of())).put(path(patient)).then().statusCode(428);
            as("therapist").get(path(patient)).then().body("members", hasSize(1));
        }

        @Test
        void isToldOnceForOneChange() {
            UUID patient = Api.aRegisteredPatient();
            UUID monitor = Staff.added("MONITOR");
            name(patient, 0, List.of(seat(monitor, "MONITOR"))).statusCode(200);

            name(patient, 1, List.of(seat(monitor, "MONITOR"))).statusCode(200).header("ETag", "\"1\"");

            assertThat(Database.count("select count(*) from care_team_member where patient_id = ?::uuid", patient.toString()))
                    .isOne();
        }

        @Test
        void refusesWithEveryFaultAndHidesAnotherClinicsStaffAsUnknown() {
            UUID patient = Api.aRegisteredPatient();
            UUID ofMeadow = Staff.addedTo("meadow", null, "THERAPIST");
            UUID monitor = Staff.added("MONITOR");

            name(patient, 0, List.of(seat(ofMeadow, "THERAPIST"), seat(UUID.randomUUID(), "THERAPIST"),
                            seat(monitor, "LEAD_PRESCRIBER")))
                    .statusCode(422).body("code", equalTo("care-team-unsound"))
                    .body("faults.code", containsInAnyOrder("UNKNOWN_PRACTITIONER", "UNKNOWN_PRACTITIONER", "ROLE_NOT_HELD"));
            as("monitor").get(path(patient)).then().body("version", equalTo(0));
        }

        @Test
        void handsTheLeadOverInOneStep() {
            UUID patient = Api.aRegisteredPatient();
            UUID first = Staff.added("PRESCRIBER");
            UUID second = Staff.added("PRESCRIBER");
            name(patient, 0, List.of(seat(first, "LEAD_PRESCRIBER"))).statusCode(200);

            name(patient, 1, List.of(seat(second, "LEAD_PRESCRIBER"))).statusCode(200)
                    .body("members.practitionerId", contains(second.toString()));
        }

        @ParameterizedTest(name = "is not for the {0}")
        @ValueSource(strings = {"monitor", "patient", "analyst", "auditor", "partner"})
        void isForStaffWhoTreat(String role) {
            as(role).header("If-Match", "\"0\"").body(Map.of("members", List.of())).put(path(UUID.randomUUID())).then()
                    .statusCode(403);
        }
    }

    @Nested
    class History {

        @Test
        void tellsWhoWasOnTheTeamWhen() {
            UUID patient = Api.aRegisteredPatient();
            UUID first = Staff.added("PRESCRIBER");
            UUID second = Staff.added("PRESCRIBER");
            name(patient, 0, List.of(seat(first, "LEAD_PRESCRIBER"))).statusCode(200);
            name(patient, 1, List.of(seat(second, "LEAD_PRESCRIBER"))).statusCode(200);

            List<String> ends = as("therapist").get(path(patient) + "/history").then().statusCode(200)
                    .body("items.practitionerId", contains(first.toString(), second.toString()))
                    .extract().path("items.to");

            assertThat(ends.get(0)).isNotNull();
            assertThat(ends.get(1)).isNull();
        }
    }

    @Nested
    class WhenAPractitionerChanges {

        @Test
        void losesWhoLeavesAndTellsIt() {
            // Given
            UUID patient = Api.aRegisteredPatient();
            UUID lead = Staff.added("PRESCRIBER");
            UUID therapist = Staff.added("THERAPIST");
            name(patient, 0, List.of(seat(lead, "LEAD_PRESCRIBER"), seat(therapist, "THERAPIST"))).statusCode(200);

            // When
            as("clinic-admin").body(PractitionerExamples.END).post(PRACTITIONERS + "/" + lead + "/end").then().statusCode(200);

            // Then
            as("therapist").get(path(patient)).then().statusCode(200).header("ETag", "\"2\"")
                    .body("members.practitionerId", contains(therapist.toString()));
            assertThat(told(patient, 2).json().get("members")).hasSize(1);
            name(patient, 2, List.of(seat(lead, "LEAD_PRESCRIBER"))).statusCode(422)
                    .body("faults.code", contains("PRACTITIONER_ENDED"));
        }

        @Test
        void tellsTheNewAccountOfAMember() {
            // Given
            UUID patient = Api.aRegisteredPatient();
            UUID monitor = Staff.addedTo("harbor", UUID.randomUUID(), "MONITOR");
            name(patient, 0, List.of(seat(monitor, "MONITOR"))).statusCode(200);
            UUID account = UUID.randomUUID();

            // When
            as("clinic-admin").header("If-Match", "\"0\"").body(Map.of("subjectId", account))
                    .patch(PRACTITIONERS + "/" + monitor).then().statusCode(200);

            // Then
            Eventually.holds(() -> assertThat(told(patient, 2).json().get("members").get(0).get("subjectId").asText())
                    .isEqualTo(account.toString()));
        }
    }

    @Nested
    class Reading {

        @Test
        void showsAPatientTheOwnTeamAndNoOther() {
            UUID own = Api.aRegisteredPatient();
            UUID other = Api.aRegisteredPatient();

            asPatient(own).get(path(own)).then().statusCode(200);
            asPatient(own).get(path(other)).then().statusCode(404);
            asPatient(own).get(path(own) + "/history").then().statusCode(403);
        }

        @Test
        void isNotPossibleFromAnotherClinic() {
            UUID patient = Api.aRegisteredPatient();

            as("prescriber", "meadow").get(path(patient)).then().statusCode(404).body("code", equalTo("not-found"));
            as("prescriber", "meadow").get(path(patient) + "/history").then().statusCode(404);
            as("prescriber", "meadow").header("If-Match", "\"0\"").body(Map.of("members", List.of())).put(path(patient)).then()
                    .statusCode(404);
        }
    }
}
