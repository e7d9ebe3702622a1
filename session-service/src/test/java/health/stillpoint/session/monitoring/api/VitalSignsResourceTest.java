package health.stillpoint.session.monitoring.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.AtOnce;
import health.stillpoint.session.fixtures.SessionSteps;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

@ServiceTest
class VitalSignsResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @Test
    void raisesAnAlertAndAHoldInTheSameStep() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        Map<String, Object> reading = steps.vitalSigns(dosed.minute(20), 162);
        reading.put("oxygenSaturation", 90);

        steps.measure(dosed.session(), reading).then().statusCode(201)
                .body("alerts", hasSize(1)).body("alerts[0].severity", equalTo("ORANGE"))
                .body("alerts[0].codes", contains("SYSTOLIC_HIGH", "SYSTOLIC_RISE", "OXYGEN_LOW"));

        steps.as("prescriber").get("/api/v1/holds?patientId={id}&open=true", dosed.patient()).then().statusCode(200).body("items.code", hasItems("H_BP", "H_RESP"));
        assertThat(Events.await(SessionSteps.OWN_FACTS, "session.vital-alert-raised.v1", dosed.patient()).json().get("severity").asText()).isEqualTo("ORANGE");
        Events.await(SessionSteps.OWN_FACTS, "session.hold-placed.v1", dosed.patient());
        steps.measure(dosed.session(), with(steps.vitalSigns(dosed.minute(25), 161), "oxygenSaturation", 91)).then().statusCode(201).body("alerts", empty());
        steps.as("monitor").get("/api/v1/sessions/{id}/alerts", dosed.session()).then().statusCode(200)
                .body("items.findAll { it.severity == 'ORANGE' }", hasSize(1)).body("items[0].open", equalTo(true));
    }

    @Test
    void matchesThePlanAndSaysWhatIsLate() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();

        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(0), 120)).then().statusCode(201)
                .body("items[0].planPoint", equalTo(0)).body("items[0].status", equalTo("ON_TIME")).body("items[0].recordedLate", equalTo(true));
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(34), 120)).then().body("items[0].planPoint", equalTo(30)).body("items[0].late", equalTo(true));
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(35), 120)).then().body("items[0].status", equalTo("EXTRA"));
        steps.measure(dosed.session(), with(steps.vitalSigns(dosed.minute(60), 80), "diastolic", 120)).then().statusCode(201)
                .body("items[0].status", equalTo("INVALID_READING")).body("items[0].planPoint", equalTo(null));

        steps.as("monitor").get("/api/v1/sessions/{id}/vital-signs", dosed.session()).then().statusCode(200).body("items", hasSize(4))
                .body("plan.find { it.minute == 0 }.status", equalTo("DONE")).body("plan.find { it.minute == 30 }.status", equalTo("DONE_LATE"))
                .body("plan.find { it.minute == 60 }.status", equalTo("MISSED")).body("plan.minute", hasItem(150));
    }

    @Test
    void countsTheVomitingThatOthersChartAtTheSameMoment() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        AtomicInteger minute = new AtomicInteger(20);

        AtOnce.times(4, () -> steps.measure(dosed.session(),
                with(steps.vitalSigns(dosed.minute(minute.getAndAdd(5)), 120), "symptoms", List.of("VOMITING"))).then().statusCode(201));

        steps.as("monitor").get("/api/v1/sessions/{id}/alerts", dosed.session()).then().statusCode(200)
                .body("items.severity", containsInAnyOrder("AMBER", "ORANGE"));
    }

    @Test
    void raisesWhatAnOddValueAndTheGoodOnesBesideItSay() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();

        Map<String, Object> odd = steps.vitalSigns(dosed.minute(20), 120);
        odd.putAll(Map.of("heartRate", 0, "moaas", 0, "oxygenSaturation", 40));
        steps.measure(dosed.session(), odd).then().statusCode(201).body("alerts", hasSize(1)).body("alerts[0].severity", equalTo("RED"))
                .body("alerts[0].codes", contains("HEART_RATE_LOW", "OXYGEN_LOW", "SEDATION", "INVALID_READING"))
                .body("items[0].status", equalTo("INVALID_READING")).body("items[0].planPoint", equalTo(null));

        steps.as("monitor").get("/api/v1/sessions/{id}/vital-signs", dosed.session()).then().statusCode(200)
                .body("nextReadingDueAt", equalTo(dosed.minute(22).toString())).body("plan.find { it.minute == 20 }.status", equalTo("MISSED"));
        steps.as("monitor").get("/api/v1/holds?patientId={id}&open=true", dosed.patient()).then().body("items.code", hasItems("H_BP", "H_RESP"));
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(21), 120)).then().statusCode(201);
        steps.as("monitor").get("/api/v1/sessions/{id}/vital-signs", dosed.session()).then()
                .body("nextReadingDueAt", equalTo(dosed.minute(26).toString()));
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(26), 120)).then().statusCode(201);
        steps.as("monitor").get("/api/v1/sessions/{id}/vital-signs", dosed.session()).then()
                .body("nextReadingDueAt", not(equalTo(dosed.minute(31).toString())));
    }

    @Test
    void remembersWhatEarlierCallsFound() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();

        // SUDS 10 for ten minutes without a break is an emergency; the ten of minute 5 was broken at minute 10
        steps.measure(dosed.session(), with(steps.vitalSigns(dosed.minute(5), 120), "suds", 10)).then().body("alerts.severity", contains("ORANGE"));
        steps.measure(dosed.session(), with(steps.vitalSigns(dosed.minute(10), 120), "suds", 9)).then().statusCode(201);
        steps.measure(dosed.session(), with(steps.vitalSigns(dosed.minute(12), 120), "suds", 10)).then().body("alerts", empty());
        steps.measure(dosed.session(), with(steps.vitalSigns(dosed.minute(16), 120), "suds", 10)).then().body("alerts", empty());
        steps.measure(dosed.session(), with(steps.vitalSigns(dosed.minute(22), 120), "suds", 10)).then().body("alerts.severity", contains("RED"));

        SessionSteps.Dosed other = steps.sessionUnderObservation();
        steps.measure(other.session(), with(steps.vitalSigns(other.minute(20), 120), "symptoms", List.of("VOMITING"))).then().body("alerts.severity", contains("AMBER"));
        steps.measure(other.session(), with(steps.vitalSigns(other.minute(25), 120), "symptoms", List.of("VOMITING"))).then().body("alerts.severity", contains("ORANGE"));
        assertThat(Database.count("select count(*) from vital_sign where session_id = ? and symptoms = 'VOMITING' and cadss is null and cadss6 = 2"
                + " and suds = 3 and systolic = 120 and plan_minute is not null", other.session())).isGreaterThanOrEqualTo(1);
    }

    @Test
    void takesFiveHundredAtOnceAndAuditsThemAsOne() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        List<Map<String, Object>> readings = new ArrayList<>();
        for (int i = 0; i < 500; i++) {
            readings.add(steps.vitalSigns(dosed.at().plus(Duration.ofSeconds(20L * i)), 118 + i % 8));
        }
        String request = "batch-" + UUID.randomUUID();

        steps.as("monitor").header("X-Request-Id", request).body(Map.of("readings", readings)).post("/api/v1/sessions/{id}/vital-signs", dosed.session())
                .then().statusCode(201).body("items", hasSize(500)).body("alerts", empty());

        assertThat(Database.count("select count(*) from vital_sign where session_id = ?", dosed.session())).isEqualTo(500);
        assertThat(Database.count("select count(distinct plan_minute) from vital_sign where session_id = ?", dosed.session())).isEqualTo(11);
        assertThat(Database.count("select count(*) from (select 1 from audit_pending where request_id = ? union all select 1 from audit_event where request_id = ?) a", request, request)).isOne();
        readings.add(steps.vitalSigns(dosed.at(), 120));
        steps.as("monitor").body(Map.of("readings", readings)).post("/api/v1/sessions/{id}/vital-signs", dosed.session()).then().statusCode(422);
    }

    @Test
    void refusesWhatCannotBeCharted() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        UUID preparation = steps.booked(dosed.patient(), dosed.course(), "PREPARATION", steps.now().plus(Duration.ofDays(9)), null);

        steps.measure(preparation, steps.vitalSigns(steps.now(), 120)).then().statusCode(409).body("code", equalTo("vital-signs-refused"));
        steps.measure(UUID.randomUUID(), steps.vitalSigns(steps.now(), 120)).then().statusCode(404).body("code", equalTo("no-such-session"));
        steps.measure(dosed.session(), steps.vitalSigns(steps.now().plus(Duration.ofMinutes(5)), 120)).then().statusCode(422).body("code", equalTo("in-the-future"));
        steps.measure(dosed.session(), Map.of("measuredAt", steps.now().toString())).then().statusCode(422).body("violations.in", everyItem(equalTo("body")));
        steps.measure(dosed.session(), Map.of("readings", List.of())).then().statusCode(422);
        steps.as("therapist").body(steps.vitalSigns(steps.now(), 120)).post("/api/v1/sessions/{id}/vital-signs", dosed.session()).then().statusCode(403);
    }

    @Test
    void goesThroughTheListedPointsHoweverEarlyThePatientIsRecovered() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.measure(dosed.session(), steps.vitalSigns(dosed.minute(20), 124)).then().statusCode(201);
        steps.as("monitor").body(steps.recovery(dosed.minute(36))).post("/api/v1/sessions/{id}/recovery-assessments", dosed.session())
                .then().statusCode(201).body("recovered", equalTo(true));

        steps.as("monitor").get("/api/v1/sessions/{id}/vital-signs", dosed.session()).then().statusCode(200)
                .body("plan.find { it.minute == 90 }.status", equalTo("MISSED"))
                .body("plan.find { it.minute == 120 }.status", equalTo("MISSED")).body("plan.minute", not(hasItem(150)));
    }

    @Test
    void measuresNobodyWhoHasNotCome() {
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        Instant arrival = dosed.at().minus(Duration.ofMinutes(25));

        steps.measure(dosed.session(), steps.vitalSigns(arrival.minus(Duration.ofMinutes(3)), 120)).then().statusCode(422)
                .body("code", equalTo("out-of-order")).body("violations.field", contains("measuredAt"));
        steps.measure(dosed.session(), Map.of("readings", List.of(steps.vitalSigns(arrival, 120), steps.vitalSigns(arrival.minus(Duration.ofHours(1)), 120))))
                .then().statusCode(422).body("violations.field", contains("readings[1].measuredAt"));
        assertThat(Database.count("select count(*) from vital_sign where session_id = ?", dosed.session())).isZero();
        steps.measure(dosed.session(), steps.vitalSigns(arrival, 120)).then().statusCode(201);
    }

    private static Map<String, Object> with(Map<String, Object> reading, String field, Object value) {
        reading.put(field, value);
        return reading;
    }
}
