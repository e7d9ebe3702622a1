package health.stillpoint.session.dose.api;

import static health.stillpoint.session.fixtures.SessionSteps.id;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItems;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.AtOnce;
import health.stillpoint.session.fixtures.SessionSteps;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.response.Response;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Tries to give a dose that must not be given. */
@ServiceTest
class DoseResourceTest {

    @TestHTTPResource(value = "/dead-letters", management = true)
    String deadLetters;

    private final SessionSteps steps = SessionSteps.in("harbor");
    private UUID patient;
    private UUID course;
    private UUID session;
    private UUID order;
    private UUID lot;
    private Instant at;

    @BeforeEach
    void everythingIsAsItShouldBe() {
        patient = steps.patientReadyForTreatment();
        course = steps.plannedCourse(patient, "WEEKLY", "IM");
        steps.prepared(patient, course);
        at = steps.now().minus(Duration.ofMinutes(30));
        session = steps.dosingSessionWithGo(patient, course, at);
        order = steps.orderSignedBefore(at, course, 0.5);
        lot = steps.lot(500);
        steps.knowledgeIsFresh();
    }

    @Test
    void namesEverythingThatStandsAgainstADoseAtOnce() {
        UUID stranger = steps.registeredPatient();
        steps.acceptedAsCandidate(stranger, true);
        UUID consent = steps.consented(stranger);
        UUID otherCourse = steps.plannedCourse(stranger, "WEEKLY", "IM");
        UUID booked = steps.booked(stranger, otherCourse, "DOSING", steps.now().plus(Duration.ofHours(1)), null);
        steps.withdrawn(stranger, consent);
        steps.safetyAlertRaised(stranger, "PHQ9_SI_FREQUENT", "RED");
        steps.knowledgeIsFresh();

        steps.give(booked, order, UUID.randomUUID(), steps.now()).then().statusCode(409).contentType("application/problem+json")
                .body("code", equalTo("dose-refused"))
                .body("unmet", contains("CONSENT_MISSING", "BASELINE_INCOMPLETE", "PREPARATION_INCOMPLETE", "HOLD_OPEN",
                        "CHECKLIST_MISSING", "ORDER_MISSING", "LOT_INSUFFICIENT", "NOT_CHECKED_IN"));
        assertThat(Database.count("select count(*) from dose where patient_id = ?", stranger)).isZero();
    }

    @Test
    void isGivenOnceHoweverManyTryAtTheSameMoment() {
        List<Response> answers = AtOnce.times(8, () -> steps.give(session, order, lot, at));

        assertThat(answers).extracting(Response::statusCode).containsOnly(201, 409).containsOnlyOnce(201);
        assertThat(Database.count("select count(*) from dose where session_id = ?", session)).isOne();
        assertThat(Database.count("select count(*) from integration_task where patient_id = ?", patient)).isOne();
        assertThat(Database.value("select balance_milligrams::int from drug_lot where id = ?", lot)).isEqualTo(465);
    }

    @Test
    void isGivenOnceAlthoughTwoSessionsUseTheSameOrder() {
        UUID second = steps.dosingSessionWithGoAfter(patient, course, at);

        List<Response> answers = List.of(steps.give(session, order, lot, at), steps.give(second, order, lot, at));

        assertThat(answers).extracting(Response::statusCode).containsExactly(201, 409);
        answers.get(1).then().body("unmet", hasItems("ORDER_MISSING", "GAP_TOO_SHORT", "PREVIOUS_DOSE_NOT_INTEGRATED"));
    }

    @Test
    void isAnsweredTheSameWhenTheCallIsRepeated() {
        String key = UUID.randomUUID().toString();
        Map<String, Object> body = Map.of("orderId", order, "lotId", lot, "administeredAt", at.toString(), "doubleCheckedBy", UUID.randomUUID());

        Response first = steps.as("monitor").header("Idempotency-Key", key).body(body).post("/api/v1/sessions/{id}/doses", session);
        Response again = steps.as("monitor").header("Idempotency-Key", key).body(body).post("/api/v1/sessions/{id}/doses", session);

        first.then().statusCode(201);
        again.then().statusCode(201).header("Idempotency-Replayed", "true");
        assertThat(again.asString()).isEqualTo(first.asString());
        assertThat(Database.count("select count(*) from dose where session_id = ?", session)).isOne();
    }

    @Test
    void refusesAnOrderThatALaterDecisionHasOutdated() {
        steps.decidedAnew(patient, 0.5, List.of("REDUCED_DOSE_FACTOR"));

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("ORDER_OUTDATED"));
        steps.give(session, steps.orderSignedBefore(at, course, 0.5), lot, at).then().statusCode(201);
    }

    @Test
    void refusesAnOrderSignedBeforeACypInhibitorWasFound() {
        steps.decidedAnew(patient, Map.of("doseFactor", 0.5, "doseFactorParenteral", 0.75, "conditions", List.of("REDUCED_DOSE_FACTOR")));

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("ORDER_OUTDATED"));
        steps.as("prescriber").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(201).body("doseFactor", equalTo(0.75f)).body("doseMilligrams", equalTo(27));
    }

    @Test
    void takesTheSmallerFactorWhenTheDecisionTellsOneOrNone() {
        steps.decidedAnew(patient, Map.of("doseFactor", 0.75));
        steps.as("prescriber").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(201).body("doseFactor", equalTo(0.75f));

        steps.decidedAnew(patient, Map.of());
        steps.as("prescriber").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(201).body("doseFactor", equalTo(0.5f));
    }

    @Test
    void refusesAnOrderWhenTheDecisionIsWithdrawnForANewFinding() {
        steps.candidacyExpired(patient);

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("CANDIDACY_EXPIRED"));
        refusedOrder("CANDIDACY_EXPIRED");
        steps.decidedAnew(patient, Map.of("outcome", "DECLINED", "doseFactor", 1));
        refusedOrder("CANDIDACY_MISSING");
    }

    private void refusedOrder(String reason) {
        steps.as("prescriber").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(422).body("code", equalTo("order-refused")).body("unmet", contains(reason));
    }

    @Test
    void refusesADecisionThatWasToldOnlyAfterItsEnd() {
        UUID decision = UUID.randomUUID();

        steps.candidacyExpired(patient, decision);
        steps.decidedAnew(patient, Map.of("decisionId", decision, "doseFactor", 1));

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("CANDIDACY_EXPIRED"));
    }

    @Test
    void isNotChartedBeforeTheDecisionOrTheConsent() {
        UUID late = steps.registeredPatient();
        steps.acceptedAsCandidate(late, false, at.plus(Duration.ofMinutes(10)), at.plus(Duration.ofDays(90)));
        UUID first = steps.consented(late, at.plus(Duration.ofMinutes(10)));
        steps.baselineCompleted(late);
        UUID lateCourse = steps.plannedCourse(late, "WEEKLY", "IM");
        steps.prepared(late, lateCourse, steps.now().plus(Duration.ofHours(6)));
        UUID lateSession = steps.dosingSessionWithGo(late, lateCourse, at);
        UUID lateOrder = steps.orderSignedBefore(at, lateCourse, 0.5);

        steps.give(lateSession, lateOrder, lot, at).then().statusCode(409).body("unmet", contains("CANDIDACY_MISSING", "CONSENT_MISSING"));
        steps.withdrawn(late, first);
        steps.consented(late, at);
        steps.give(lateSession, lateOrder, lot, at).then().statusCode(409).body("unmet", contains("CANDIDACY_MISSING"));
        steps.give(lateSession, lateOrder, lot, at.plus(Duration.ofMinutes(10))).then().statusCode(201);
    }

    @Test
    void asksForTheLowStartThatArrivedAfterTheSignature() {
        steps.prepared(patient, course, steps.now().plus(Duration.ofHours(5)));
        steps.decidedAnew(patient, Map.of("doseFactor", 1, "doseFactorParenteral", 1, "lowStart", true));

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("OVER_LOW_START"));
        steps.give(session, steps.orderSignedBefore(at, course, 0.25), lot, at).then().statusCode(201);
    }

    @Test
    void isNotChartedBeforeArrivalSignatureOrChecklist() {
        Instant early = at.minus(Duration.ofMinutes(70));
        steps.give(session, order, lot, early).then().statusCode(409).body("code", equalTo("dose-refused"))
                .body("unmet", contains("DOSE_BEFORE_CHECK_IN", "DOSE_BEFORE_ORDER", "DOSE_BEFORE_CHECKLIST"));
        steps.give(session, order, lot, at.minus(Duration.ofMinutes(23))).then().statusCode(409).body("unmet", contains("DOSE_BEFORE_CHECKLIST"));
        steps.give(session, steps.order(course, 0.5), lot, at).then().statusCode(409).body("unmet", contains("DOSE_BEFORE_ORDER"));

        steps.give(session, order, lot, at).then().statusCode(201).body("recordedLate", equalTo(true));
    }

    @Test
    void waitsForTheSignatureUnderACaution() {
        Map<String, Object> answers = steps.checklist(at.minus(Duration.ofMinutes(20)));
        answers.put("suds", 7);
        steps.as("monitor").body(answers).put("/api/v1/sessions/{id}/pre-dose-checklist", session).then().statusCode(200).body("result", equalTo("CAUTION"));
        steps.as("prescriber").body(Map.of("reason", "Settled")).post("/api/v1/sessions/{id}/pre-dose-checklist/sign", session).then().statusCode(200);

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("DOSE_BEFORE_CHECKLIST"));
        steps.give(session, order, lot, steps.now()).then().statusCode(201);
    }

    @Test
    void doesNotEndBeforeItBegins() {
        give("monitor", Map.of("orderId", order, "lotId", lot, "administrationEndedAt", at.toString(), "doubleCheckedBy", UUID.randomUUID()))
                .then().statusCode(422).body("code", equalTo("out-of-order")).body("violations.field", contains("administrationEndedAt"));
    }

    @Test
    void countsAHoldThatStoodWhenTheDoseWasGiven() {
        UUID hold = id(steps.as("prescriber").body(Map.of("patientId", patient, "code", "H_LIVER", "reason", "found")).post("/api/v1/holds").then().statusCode(201));
        Database.execute("update hold set placed_at = ?::timestamptz where id = ?", at.minus(Duration.ofHours(2)).toString(), hold);
        steps.as("prescriber").body(Map.of("reason", "ALT 1.2x ULN")).post("/api/v1/holds/{id}/clear", hold).then().statusCode(200);

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("HOLD_OPEN"));
        steps.give(session, order, lot, steps.now().plusSeconds(2)).then().statusCode(201);
    }

    @Test
    void keepsThePsychedelicLevelFromUntreatedSleepApnea() {
        UUID deep = steps.orderSignedBefore(at, course, 1.2);
        steps.decidedAnew(patient, 1, List.of("NO_PSYCHEDELIC_LEVEL_IM_IV"));

        steps.give(session, deep, lot, at).then().statusCode(409).body("unmet", contains("LEVEL_EXCLUDED"));
        steps.as("prescriber").body(steps.orderBody("IM", 1.2)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(422).body("code", equalTo("order-refused")).body("unmet", contains("LEVEL_EXCLUDED"));
        steps.give(session, order, lot, at).then().statusCode(201);
    }

    @Test
    void isNoInjectionFirstForWhoFearsItAndNotTheFirstOfManyOnOldLiverTests() {
        Database.execute("update course set planned_doses = 7 where id = ?", course);
        steps.decidedAnew(patient, Map.of("doseFactor", 1, "doseFactorParenteral", 1,
                "conditions", List.of("FIRST_ROUTE_NOT_INJECTED"), "liverTestedOn", "2026-01-01"));

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", containsInAnyOrder("ROUTE_EXCLUDED", "LIVER_TEST_OLD"));
        steps.as("prescriber").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", course)
                .then().statusCode(422).body("unmet", containsInAnyOrder("ROUTE_EXCLUDED", "LIVER_TEST_OLD"));
        steps.decidedAnew(patient, 1, List.of());
        steps.give(session, order, lot, at).then().statusCode(201);
    }

    @Test
    void wantsAKey() {
        steps.as("monitor").body(Map.of("orderId", order, "lotId", lot, "doubleCheckedBy", UUID.randomUUID()))
                .post("/api/v1/sessions/{id}/doses", session).then().statusCode(400).body("code", equalTo("idempotency-key-required"));
    }

    @Test
    void waitsForFreshKnowledgeUnlessAPrescriberTakesResponsibility() {
        Database.execute("update knowledge set sent_at = now() - interval '61 seconds' where source = 'outcome' and partition = 3");
        Map<String, Object> body = new HashMap<>(Map.of("orderId", order, "lotId", lot, "administeredAt", at.toString(),
                "doubleCheckedBy", UUID.randomUUID(), "knowledgeOverrideReason", "Called the outcome clinic, no alert"));

        give("monitor", body).then().statusCode(409).body("unmet", contains("KNOWLEDGE_STALE"));
        UUID alert = steps.safetyAlertRaised(patient, "CSSRS_HIGH", "RED");
        Database.execute("update knowledge set sent_at = now() - interval '61 seconds' where source = 'outcome' and partition = 3");
        give("prescriber", body).then().statusCode(409).body("unmet", contains("HOLD_OPEN"));
        UUID hold = UUID.fromString(steps.as("prescriber").get("/api/v1/holds?patientId={id}", patient).then().statusCode(200).extract().path("items[0].id"));
        steps.safetyAlertResolved(patient, alert);
        steps.as("prescriber").body(Map.of("reason", "C-SSRS repeated: NONE")).post("/api/v1/holds/{id}/clear", hold).then().statusCode(200);
        give("prescriber", body).then().statusCode(201).body("knowledgeOverrideReason", equalTo("Called the outcome clinic, no alert"));
    }

    private Response give(String role, Map<String, Object> body) {
        return steps.as(role).header("Idempotency-Key", UUID.randomUUID().toString()).body(body).post("/api/v1/sessions/{id}/doses", session);
    }

    @Test
    void refusesAnExpiredLotALackingOneAndOneOfAnotherKind() {
        UUID expired = id(steps.receive(500, "VIAL", steps.now().minus(Duration.ofDays(1)).toString().substring(0, 10)).then().statusCode(201));
        UUID small = steps.lot(34);
        UUID lozenges = id(steps.receive(500, "LOZENGE", "2099-12-31").then().statusCode(201));

        steps.give(session, order, expired, at).then().statusCode(409).body("unmet", contains("LOT_EXPIRED"));
        steps.give(session, order, small, at).then().statusCode(409).body("unmet", contains("LOT_INSUFFICIENT"));
        steps.give(session, order, lozenges, at).then().statusCode(409).body("unmet", contains("LOT_MISMATCH"));
    }

    @Test
    void refusesOnePersonAsBothChecksAndATimeInTheFuture() {
        UUID me = UUID.randomUUID();
        steps.as("monitor", me).header("Idempotency-Key", UUID.randomUUID().toString())
                .body(Map.of("orderId", order, "lotId", lot, "administeredAt", at.toString(), "doubleCheckedBy", me))
                .post("/api/v1/sessions/{id}/doses", session).then().statusCode(409).body("unmet", contains("DOUBLE_CHECK_MISSING"));
        steps.give(session, order, lot, steps.now().plus(Duration.ofMinutes(10))).then().statusCode(422).body("code", equalTo("in-the-future"));
    }

    @Test
    void refusesWithdrawnConsentAndCallsOffWhatLiesAhead() {
        UUID ahead = steps.booked(patient, course, "DOSING", steps.now().plus(Duration.ofDays(7)), null);
        UUID consent = (UUID) Database.value("select id from known_consent where patient_id = ?", patient);

        steps.withdrawn(patient, consent);

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("CONSENT_MISSING"));
        steps.as("monitor").get("/api/v1/sessions/{id}", ahead).then().statusCode(200).body("state", equalTo("CANCELLED"));
    }

    @Test
    void waitsWhileAFactThatMayStopItCannotBeRead() {
        steps.say("outcome.events.v1", "outcome.response-scored.v1", patient, Map.of("instrument", "PHQ9"));
        Eventually.holds(() -> assertThat(deadLetters()).isOne());
        steps.give(session, UUID.randomUUID(), lot, at).then().statusCode(409).body("unmet", contains("ORDER_MISSING"));

        steps.say("patient.events.v1", "patient.consent-withdrawn.v1", patient, Map.of("consentId", UUID.randomUUID(), "scope", "TREATMENT"));

        Eventually.holds(() -> assertThat(deadLetters()).isEqualTo(2));
        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("FACT_UNREAD"));
        Database.rows("select id from dead_letter where key = ?", patient.toString()).forEach(letter -> given().contentType("application/json")
                .body(Map.of("operator", "Sam Reyes", "reason", "Sent in error; its sender told the right fact again."))
                .post(deadLetters + "/" + letter.get("id") + "/dismiss").then().statusCode(200));
        steps.give(session, order, lot, at).then().statusCode(201);
    }

    private long deadLetters() {
        return Database.count("select count(*) from dead_letter where key = ?", patient.toString());
    }

    @Test
    void isLookedAtWhenItsConsentTurnsOutToHaveEndedBeforeIt() {
        steps.give(session, order, lot, at).then().statusCode(201);
        UUID consent = (UUID) Database.value("select id from known_consent where patient_id = ?", patient);
        Map<String, Object> withdrawal = Map.of("consentId", consent, "scope", "TREATMENT", "withdrawnAt", at.minus(Duration.ofMinutes(1)));

        steps.say("patient.events.v1", "patient.consent-withdrawn.v1", patient, withdrawal);
        Eventually.holds(() -> assertThat(alerts("DOSED_WITHOUT_CONSENT")).isOne());
        steps.say("patient.events.v1", "patient.consent-withdrawn.v1", patient, withdrawal);
        steps.safetyAlertRaised(patient, "CSSRS_LOW", "AMBER");

        Events.await(SessionSteps.OWN_FACTS, "session.vital-alert-raised.v1", patient);
        assertThat(alerts("DOSED_WITHOUT_CONSENT")).isOne();
        steps.as("monitor").get("/api/v1/holds?patientId={id}&open=true", patient).then().body("items.code", contains("H_ENTITLEMENT"))
                .body("items[0].clearedByRoles", contains("clinic-admin"));
    }

    @Test
    void isLookedAtOnlyForAnEndBeforeIt() {
        steps.give(session, order, lot, at).then().statusCode(201);

        steps.withdrawn(patient, (UUID) Database.value("select id from known_consent where patient_id = ?", patient));
        steps.candidacyExpired(patient);

        Eventually.holds(() -> assertThat(alerts("DOSED_WITHOUT_CANDIDACY")).isOne());
        assertThat(alerts("DOSED_WITHOUT_CONSENT")).isZero();
    }

    private long alerts(String code) {
        return Database.count("select count(*) from vital_alert where session_id = ? and severity = 'ORANGE' and codes = ?", session, code);
    }

    @Test
    void isCheckedBySomebodyOfTheCareTeamWhereItIsKnown() {
        UUID second = UUID.randomUUID();
        steps.say("patient.events.v1", "patient.care-team-changed.v1", patient, Map.of("revision", 1, "changedAt", steps.now(),
                "members", List.of(Map.of("practitionerId", UUID.randomUUID().toString(), "subjectId", second.toString(), "role", "THERAPIST"))));
        Eventually.holds(() -> assertThat(Database.count("select count(*) from care_team where id = ?", patient)).isOne());

        steps.give(session, order, lot, at).then().statusCode(409).body("unmet", contains("DOUBLE_CHECK_MISSING"));
        give("monitor", new HashMap<>(Map.of("orderId", order, "lotId", lot, "administeredAt", at.toString(), "doubleCheckedBy", second)))
                .then().statusCode(201).body("doubleCheckedBy", equalTo(second.toString()));
    }

    @Test
    void asksForTwoPreparationsWithALowStartAndOrdersLow() {
        UUID careful = steps.patientReadyForTreatment(true);
        UUID carefulCourse = steps.plannedCourse(careful, "WEEKLY", "IM");
        steps.as("prescriber").body(steps.orderBody("IM", 0.5)).post("/api/v1/courses/{id}/dose-orders", carefulCourse)
                .then().statusCode(422).body("code", equalTo("order-refused")).body("unmet", contains("OVER_LOW_START"));
        UUID lowOrder = steps.orderSignedBefore(at, carefulCourse, 0.25);
        steps.prepared(careful, carefulCourse);
        UUID carefulSession = steps.dosingSessionWithGo(careful, carefulCourse, at);

        steps.give(carefulSession, lowOrder, lot, at).then().statusCode(409).body("unmet", contains("PREPARATION_INCOMPLETE"));
        steps.as("prescriber").get("/api/v1/courses/{id}/next-dose-advice", carefulCourse).then().statusCode(200)
                .body("result", equalTo("FIRST_DOSE")).body("reasons", contains("LOW_START"));
    }

    @Test
    void cannotBeChangedOrDeletedAfterwards() {
        UUID dose = id(steps.give(session, order, lot, at).then().statusCode(201));

        assertThat(privilegesOn("dose")).containsExactlyInAnyOrder("SELECT", "INSERT", "DELETE"); // the last one guarded: KeptFactsResourceTest
        assertThat(privilegesOn("ledger_movement")).containsExactlyInAnyOrder("SELECT", "INSERT");
        steps.as("monitor").get("/api/v1/sessions/{id}/doses", session).then().statusCode(200).body("items.id", contains(dose.toString()));
        steps.as("therapist").body(Map.of()).header("Idempotency-Key", "x").post("/api/v1/sessions/{id}/doses", session).then().statusCode(403);
    }

    private static List<String> privilegesOn(String table) {
        return Database.rows("select privilege_type from information_schema.role_table_grants where table_name = ? and grantee = 'session_app'", table)
                .stream().map(row -> row.get("privilege_type").toString()).toList();
    }
}
