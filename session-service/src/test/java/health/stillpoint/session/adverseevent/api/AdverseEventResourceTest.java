package health.stillpoint.session.adverseevent.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import io.restassured.response.Response;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@ServiceTest
@ExtendWith(CanaryLog.class)
class AdverseEventResourceTest {

    private static final String EVENTS = "/api/v1/sessions/{id}/adverse-events";
    private static final String REPORTED = "session.adverse-event-reported.v1";

    private final SessionSteps steps = SessionSteps.in("harbor");
    private SessionSteps.Dosed dosed;

    @BeforeEach
    void somebodyUnderObservation() {
        dosed = steps.sessionUnderObservation();
    }

    @Test
    void areRecordedBesideTheDoseAndToldWithoutWords() {
        // When
        Response reported = report(vomiting(1));

        // Then
        reported.then().statusCode(201).body("number", equalTo(1)).body("serious", equalTo(false)).body("doseId", equalTo(dosed.dose().toString()));
        steps.as("clinic-admin").get(EVENTS, dosed.session()).then().statusCode(200).body("items.description", contains("CANARY-words"));
        steps.as("prescriber").get("/api/v1/holds?patientId={id}", dosed.patient()).then().body("items", empty());
        var fact = Events.await(SessionSteps.OWN_FACTS, REPORTED, dosed.patient());
        assertThat(fact.json().get("serious").asBoolean()).isFalse();
        assertThat(fact.json().toString()).doesNotContain("CANARY");
    }

    @Test
    void holdTheNextDoseFromGradeTwo() {
        report(vomiting(2)).then().statusCode(201);

        steps.as("prescriber").get("/api/v1/holds?patientId={id}&open=true", dosed.patient()).then().body("items.code", contains("H_AE2"));
    }

    @Test
    void becomeSeriousByAnAmendmentAndKeepWhatWasReportedBefore() {
        // Given
        UUID event = UUID.fromString(report(vomiting(2)).jsonPath().getString("adverseEventId"));
        Map<String, Object> admitted = vomiting(3);
        admitted.putAll(Map.of("criteria", List.of("ADMISSION"), "amends", event, "amendmentReason", "CANARY-admitted overnight"));

        // When
        report(admitted).then().statusCode(201).body("number", equalTo(2)).body("serious", equalTo(true))
                .body("adverseEventId", equalTo(event.toString()));

        // Then
        steps.as("monitor").get(EVENTS, dosed.session()).then().body("items.grade", contains(2, 3)).body("items.serious", contains(false, true));
        steps.as("prescriber").get("/api/v1/holds?patientId={id}&open=true", dosed.patient()).then().body("items.code", contains("H_AE2", "H_SAE"));
        assertThat(Events.await(SessionSteps.OWN_FACTS, fact -> fact.type().equals(REPORTED) && dosed.patient().toString().equals(fact.key())
                && fact.json().get("serious").asBoolean()).json().get("adverseEventId").asText()).isEqualTo(event.toString());
    }

    @Test
    void standBehindNoDoseWhenTheyBeganBeforeIt() {
        Map<String, Object> before = vomiting(1);
        before.put("onsetAt", dosed.at().minus(Duration.ofMinutes(5)).toString());

        report(before).then().statusCode(201).body("doseId", equalTo(null));
    }

    @ParameterizedTest(name = "{0} = {1} is refused at {2}")
    @CsvSource({"term, OTHER, description", "grade, 5, outcome", "outcome, FATAL, outcome", "grade, 6, grade",
            "amendmentReason, why, amendmentReason",
            "amends, 0197b7c4-6f5e-7a10-8d3a-2f6f0f6f9b10, amendmentReason"})
    void areRefusedWhenTheyDoNotFitTogether(String field, String value, String violated) {
        Map<String, Object> report = vomiting(2);
        report.remove("description");
        report.put(field, value.length() == 1 ? (Object) Integer.valueOf(value) : value);

        report(report).then().statusCode(422).body("code", equalTo("invalid-value")).body("violations.field", hasItem(violated));

        assertThat(Database.count("select count(*) from adverse_event where session_id = ?", dosed.session())).isZero();
    }

    @Test
    void endAfterTheyBegan() {
        Map<String, Object> ended = vomiting(1);
        ended.put("endedAt", dosed.minute(10).toString());

        report(ended).then().statusCode(422).body("code", equalTo("out-of-order"));
    }

    @Test
    void keepTheirOnsetInAnAmendmentThatTellsNone() {
        // Given
        Map<String, Object> before = vomiting(1);
        before.put("onsetAt", dosed.at().minus(Duration.ofMinutes(5)).toString());
        Response reported = report(before);
        Map<String, Object> amended = vomiting(1);
        amended.remove("onsetAt");
        amended.putAll(Map.of("amends", reported.jsonPath().getString("adverseEventId"), "amendmentReason", "CANARY-over", "outcome", "RECOVERED",
                "endedAt", dosed.at().minus(Duration.ofMinutes(4)).toString()));

        // When
        Response answer = report(amended);

        // Then
        answer.then().statusCode(201).body("number", equalTo(2)).body("onsetAt", equalTo(reported.jsonPath().getString("onsetAt")))
                .body("doseId", equalTo(null));
        amended.put("endedAt", dosed.at().minus(Duration.ofMinutes(9)).toString());
        report(amended).then().statusCode(422).body("code", equalTo("out-of-order"));
    }

    @Test
    void areTakenWithoutWordsOfAnErasedPerson() {
        // Given
        UUID event = UUID.fromString(report(vomiting(1)).jsonPath().getString("adverseEventId"));
        steps.say("patient.events.v1", "patient.erased.v1", dosed.patient(), Map.of("patientId", dosed.patient().toString(),
                "erasedAt", steps.now().toString(), "keepUntil", "2033-03-01"));
        Eventually.holds(() -> assertThat(Database.count("select count(*) from patient_standing where id = ? and erased_at is not null",
                dosed.patient())).isOne());
        Map<String, Object> amended = vomiting(2);
        amended.putAll(Map.of("description", "CANARY-afterwards", "amends", event, "amendmentReason", "CANARY-afterwards"));

        // When
        report(amended).then().statusCode(201).body("grade", equalTo(2)).body("description", equalTo("[erased]"))
                .body("amendmentReason", equalTo("[erased]"));

        // Then
        assertThat(Database.rows("select description, amendment_reason from adverse_event where patient_id = ? order by number", dosed.patient()))
                .extracting(Map::values).allSatisfy(words -> assertThat(words.toString()).doesNotContain("CANARY"));
        assertThat(Database.count("select count(*) from idempotency_key where convert_from(body, 'UTF8') like '%CANARY-afterwards%'")).isZero();
        steps.as("prescriber").get("/api/v1/holds?patientId={id}&open=true", dosed.patient()).then().body("items.code", contains("H_AE2"));
    }

    @Test
    void areAmendedInTheirOwnSessionAlone() {
        UUID event = UUID.fromString(report(vomiting(1)).jsonPath().getString("adverseEventId"));
        SessionSteps.Dosed other = steps.sessionUnderObservation();
        Map<String, Object> amended = vomiting(1);
        amended.putAll(Map.of("amends", event, "amendmentReason", "CANARY-other"));

        steps.as("monitor").body(amended).post(EVENTS, other.session()).then().statusCode(404).body("code", equalTo("no-such-adverse-event"));
    }

    @Test
    void areNotThereForAnotherClinic() {
        UUID event = UUID.fromString(report(vomiting(1)).jsonPath().getString("adverseEventId"));
        SessionSteps meadow = SessionSteps.in("meadow");
        Map<String, Object> amended = vomiting(1);
        amended.putAll(Map.of("amends", event, "amendmentReason", "CANARY-other"));

        meadow.as("prescriber").get(EVENTS, dosed.session()).then().statusCode(404).body("code", equalTo("no-such-session"));
        meadow.as("monitor").body(amended).post(EVENTS, dosed.session()).then().statusCode(404).body("code", equalTo("no-such-session"));
        meadow.as("analyst").get(EVENTS, dosed.session()).then().statusCode(403);
    }

    private Response report(Map<String, Object> report) {
        return steps.as("therapist").body(report).post(EVENTS, dosed.session());
    }

    private Map<String, Object> vomiting(int grade) {
        return steps.vomiting(dosed, grade);
    }
}
