package health.stillpoint.session.alert.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.nullValue;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class AlertRecipientsResourceTest {

    private static final String ALERTS = "/api/v1/sessions/{id}/alerts";

    private final SessionSteps steps = SessionSteps.in("harbor");

    private void teamTold(UUID patient, long revision, List<Map<String, String>> members) {
        steps.say("patient.events.v1", "patient.care-team-changed.v1", patient,
                Map.of("revision", revision, "members", members, "changedAt", steps.now()));
    }

    private static void awaitRevision(UUID patient, long revision) {
        Eventually.holds(() -> assertThat(
                Database.count("select count(*) from care_team where id = ? and revision = ?", patient, revision)).isOne());
    }

    @Test
    void goToTheCareTeamAndToTheWholeClinicWhileNobodyIsOnIt() {
        // Given
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        UUID practitioner = UUID.randomUUID();
        UUID account = UUID.randomUUID();
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(20), 162)).then().statusCode(201)
                .body("alerts[0].recipients.role", contains("PRESCRIBER", "MONITOR"))
                .body("alerts[0].recipients.practitionerId", contains(nullValue(), nullValue()));
        steps.as("monitor").get(ALERTS + "?recipient=me", dosed.session()).then().statusCode(200).body("items.severity", hasItem("ORANGE"));
        steps.as("therapist").get(ALERTS + "?recipient=me", dosed.session()).then().statusCode(200).body("items", empty());

        // When
        teamTold(dosed.patient(), 2, List.of(Map.of("practitionerId", practitioner.toString(), "subjectId", account.toString(),
                "role", "PRESCRIBER")));
        awaitRevision(dosed.patient(), 2);

        // Then
        steps.as("monitor").get(ALERTS, dosed.session()).then().statusCode(200)
                .body("items[0].recipients.role", contains("PRESCRIBER"))
                .body("items[0].recipients.practitionerId", contains(practitioner.toString()));
        steps.as("prescriber", account).get(ALERTS + "?recipient=me", dosed.session()).then().body("items.severity", hasItem("ORANGE"));
        steps.as("monitor").get(ALERTS + "?recipient=me", dosed.session()).then().body("items", empty());
        SessionSteps.in("meadow").as("monitor").get(ALERTS + "?recipient=me", dosed.session()).then().statusCode(404)
                .body("code", equalTo("no-such-session"));
    }

    @Test
    void areTheWholeClinicTooWhileNoPrescriberIsOnTheTeamOfAnOrangeOne() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        UUID account = UUID.randomUUID();
        teamTold(dosed.patient(), 2, List.of(Map.of("practitionerId", UUID.randomUUID().toString(), "subjectId", account.toString(),
                "role", "THERAPIST")));
        awaitRevision(dosed.patient(), 2);

        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(20), 162)).then().statusCode(201)
                .body("alerts[0].recipients.role", contains("THERAPIST", "PRESCRIBER", "MONITOR"));

        steps.as("monitor").get(ALERTS + "?recipient=me", dosed.session()).then().body("items.severity", hasItem("ORANGE"));
    }

    @Test
    void areTheWholeClinicTooOnceTheTeamDidNotHearIt() {
        SessionSteps meadow = SessionSteps.in("meadow");
        SessionSteps.Dosed dosed = meadow.sessionUnderObservation();
        meadow.say("patient.events.v1", "patient.care-team-changed.v1", dosed.patient(), Map.of("revision", 2, "changedAt", meadow.now(),
                "members", List.of(Map.of("practitionerId", UUID.randomUUID().toString(), "subjectId", UUID.randomUUID().toString(),
                        "role", "LEAD_PRESCRIBER"))));
        awaitRevision(dosed.patient(), 2);
        meadow.measure(dosed.session(), meadow.vitalSigns(dosed.minute(20), 162)).then().statusCode(201)
                .body("alerts[0].recipients.role", contains("LEAD_PRESCRIBER"));
        meadow.as("monitor").get(ALERTS + "?recipient=me", dosed.session()).then().body("items", empty());

        ClinicTime.advance("meadow", Duration.ofMinutes(6));

        Eventually.holds(() -> meadow.as("monitor").get(ALERTS + "?recipient=me", dosed.session()).then()
                .body("items[0].recipients.role", contains("LEAD_PRESCRIBER", "PRESCRIBER", "MONITOR")));
        meadow.as("clinic-admin").get(ALERTS + "?recipient=me", dosed.session()).then().statusCode(200).body("items", empty());

        ClinicTime.advance("meadow", Duration.ofMinutes(6));

        Eventually.holds(() -> meadow.as("clinic-admin").get(ALERTS + "?recipient=me", dosed.session()).then()
                .body("items[0].recipients.role", contains("LEAD_PRESCRIBER", "PRESCRIBER", "MONITOR", "CLINIC_ADMIN")));
    }

    @Test
    void areNotTakenBackToAnEarlierTeamByALateFact() {
        UUID patient = steps.registeredPatient();
        teamTold(patient, 3, List.of());
        awaitRevision(patient, 3);

        teamTold(patient, 2, List.of(Map.of("practitionerId", UUID.randomUUID().toString(), "role", "MONITOR")));
        teamTold(patient, 4, List.of());

        awaitRevision(patient, 4);
        assertThat(Database.value("select members::text from care_team where id = ?", patient)).isEqualTo("[]");
    }
}
