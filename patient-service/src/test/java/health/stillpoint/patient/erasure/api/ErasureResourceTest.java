package health.stillpoint.patient.erasure.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.consent.api.ConsentExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.intake.api.IntakeExamples;
import health.stillpoint.patient.patients.api.PatientExamples;
import health.stillpoint.patient.referrals.api.ReferralExamples;
import health.stillpoint.patient.treatment.api.TreatmentExamples;
import health.stillpoint.patient.treatment.api.TreatmentExamples;
import io.restassured.response.ValidatableResponse;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;

@ServiceTest
class ErasureResourceTest {

    private static ValidatableResponse erase(UUID patient) {
        return post("clinic-admin", patient, "/erasure-requests", ErasureExamples.ERASE);
    }

    /** A person whose every text is a zibetkatze, with a decision. */
    private static UUID aTalkativePatient() {
        UUID patient = Api.id(as("therapist").header("Idempotency-Key", UUID.randomUUID().toString())
                .body(PatientExamples.REGISTER.replace("Rivera", "Zibetkatzefamily").replace("Alex", "Zibetkatzegiven")
                        .replace("alex.rivera@", "zibetkatze-mail@").replace("+1 555 0100", "+1 555 7777777")
                        .replaceFirst("\\{", "{\"genderIdentity\": \"zibetkatze-gender\", \"identifiers\": [{\"system\": "
                                + "\"urn:example:zibetkatze\", \"value\": \"zibetkatze-" + UUID.randomUUID() + "\"}],"))
                .post(PATIENTS).then().statusCode(201));
        UUID draft = Api.id(post("therapist", patient, "/intakes",
                IntakeExamples.DRAFT
                        .replaceAll("\"(text|name|burden|identityThemes)\": \"[^\"]*\"", "\"$1\": \"zibetkatze $1\"")).statusCode(201));
        Api.signIntake(patient, draft, 0).statusCode(200);
        Api.recordFailedTreatments(patient);
        UUID treatment = UUID.fromString(get("therapist", patient, "/prior-treatments").extract().path("items[0].id"));
        as("therapist").header("If-Match", "\"0\"").body(TreatmentExamples.CORRECTION.replaceAll("(reason|Reason)\": \"[^\"]*\"", "$1\": \"zibetkatze why\"")
                        .replace("50", "150"))
                .post(PATIENTS + "/" + patient + "/prior-treatments/" + treatment + "/correct").then().statusCode(200);
        Api.screen(patient, health.stillpoint.patient.screening.api.ScreeningExamples.HEALTHY);
        post("prescriber", patient, "/candidacy-decisions",
                CandidacyExamples.DECISION.replaceAll("\"rationale\": \"[^\"]*\"", "\"rationale\": \"zibetkatze rationale\"")).statusCode(201);
        return patient;
    }

    private static long rowsWith(String zibetkatze) {
        long rows = 0;
        for (Map<String, Object> table : Database.rows("""
                select c.relname as name from pg_class c where c.relkind = 'r' and c.relnamespace = 'public'::regnamespace
                   and c.relname <> 'flyway_schema_history'""")) {
            rows += Database.count("select count(*) from " + table.get("name") + " as t where t::text ilike ?", "%" + zibetkatze + "%");
        }
        return rows;
    }

    @Nested
    class Erased {

        @Test
        void leavesNothingOfThePersonInAnyTableAndKeepsTheClinicalFacts() {
            UUID patient = aTalkativePatient();
            assertThat(rowsWith("zibetkatze")).isPositive();
            assertThat(Database.count("select count(*) from idempotency_key where headers::text like ?", "%" + patient + "%")).isPositive();

            erase(patient).statusCode(200).body("keepUntil", org.hamcrest.Matchers.notNullValue());

            assertThat(rowsWith("zibetkatze")).isZero();
            assertThat(rowsWith("7777777")).isZero();
            assertThat(Database.count("select count(*) from idempotency_key where headers::text like ?", "%" + patient + "%")).isZero();
            get("therapist", patient, "").statusCode(200).body("name.family", equalTo("[erased]"))
                    .body("birthDate", equalTo("1992-01-01")).body("identifiers", hasSize(0))
                    .body("programmeState", equalTo("STOPPED"));
            get("therapist", patient, "/intakes").statusCode(200)
                    .body("items[0].content.primaryDiagnosis.code", org.hamcrest.Matchers.notNullValue());
            get("therapist", patient, "/prior-treatments").statusCode(200).body("items", hasSize(2));
            get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                    .body("items[0].endReasonCodes", contains("IDENTITY_ERASED"));
        }

        @Test
        void tellsTheOthersAndIsFoundByNobody() {
            UUID patient = aTalkativePatient();

            erase(patient).statusCode(200);

            var fact = Events.await("patient.events.v1", "patient.erased.v1", patient).json();
            assertThat(fact.get("keepUntil").asText()).isNotEmpty();
            assertThat(as("monitor").queryParam("text", "zibetkatzefamily").get(PATIENTS).then().statusCode(200).extract()
                    .<List<String>>path("items.id")).isEmpty();
        }

        @Test
        void takesNothingUpAgain() {
            UUID patient = Api.aRegisteredPatient();
            erase(patient).statusCode(200);

            erase(patient).statusCode(409).body("code", equalTo("patient-erased"));
            as("therapist").header("If-Match", "*").body(PatientExamples.CHANGE).patch(PATIENTS + "/" + patient).then()
                    .statusCode(409).body("code", equalTo("patient-erased"));
            post("therapist", patient, "/intakes", "{}").statusCode(409).body("code", equalTo("patient-erased"));
            post("therapist", patient, "/prior-treatments", TreatmentExamples.SERTRALINE)
                    .statusCode(409).body("code", equalTo("patient-erased"));
        }

        @Test
        void leavesItsDraftsAsTheyAre() {
            UUID patient = Api.aRegisteredPatient();
            UUID draft = Api.id(post("therapist", patient, "/intakes", "{}").statusCode(201));
            erase(patient).statusCode(200);

            as("therapist").header("If-Match", "*").body(IntakeExamples.DRAFT).put(PATIENTS + "/" + patient + "/intakes/" + draft)
                    .then().statusCode(409).body("code", equalTo("patient-erased"));
        }

        @Test
        void isFlaggedNoMore() {
            UUID patient = Api.aRegisteredPatient();
            erase(patient).statusCode(200);
            UUID told = UUID.randomUUID();

            Events.fact("session.hold-placed.v1").id(told).key(patient).data("{\"patientId\": \"" + patient
                    + "\", \"holdId\": \"" + UUID.randomUUID() + "\", \"code\": \"H_BP\"}").publishTo("session.events.v1");

            Eventually.holds(() -> assertThat(Database.count("select count(*) from inbox where event_id = ?::uuid", told.toString())).isPositive());
            assertThat(Database.count("select count(*) from risk_flag where patient_id = ?::uuid", patient.toString())).isZero();
        }

        @Test
        void reachesTheRecordsThatWereMergedIntoIt() {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = aTalkativePatient();
            as("clinic-admin").header("If-Match", "*").body("{\"duplicateId\": \"" + duplicate + "\", \"reason\": \"zibetkatze reason\"}")
                    .post(PATIENTS + "/" + survivor + "/merge").then().statusCode(200);

            erase(survivor).statusCode(200);

            assertThat(rowsWith("zibetkatze")).isZero();
            Events.await("patient.events.v1", "patient.erased.v1", duplicate);
        }

        @Test
        void forgetsFirstAnswersAboutThePersonsReferralsAlone() {
            // Given
            String referral = aReferralWithKey();
            String another = aReferralWithKey();
            UUID patient = UUID.fromString(as("therapist").header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(ReferralExamples.REGISTRATION).post("/api/v1/referrals/" + referral + "/register").then().statusCode(200)
                    .extract().path("clinic.patientId"));
            assertThat(answersAbout(referral)).isEqualTo(2);

            // When
            erase(patient).statusCode(200);

            // Then
            assertThat(answersAbout(referral)).isZero();
            assertThat(answersAbout(another)).isOne();
        }

        private static String aReferralWithKey() {
            return given().contentType("application/json")
                    .header("Authorization", "Bearer " + Tokens.of("partner", "harbor", Map.of("azp", "partner-harbor")))
                    .header("Idempotency-Key", UUID.randomUUID().toString())
                    .body(ReferralExamples.REFERRAL).post("/api/v1/referrals").then().statusCode(201).extract().path("id");
        }

        private static long answersAbout(String referral) {
            return Database.count("select count(*) from idempotency_key where route like ? or headers::text like ?",
                    "%" + referral + "%", "%" + referral + "%");
        }

        @Test
        void endsEveryConsentOfEveryRecord() {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = Api.aRegisteredPatient();
            for (UUID patient : List.of(survivor, duplicate)) {
                post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201);
            }
            Database.execute("update patient set merged_into = ?::uuid, merged_at = now() where id = ?::uuid", survivor.toString(),
                    duplicate.toString());

            erase(survivor).statusCode(200);

            get("therapist", survivor, "/consents").statusCode(200)
                    .body("items.lapseReasons.flatten()", contains("IDENTITY_ERASED", "IDENTITY_ERASED"));
            assertThat(Events.await("patient.events.v1", "patient.consent-withdrawn.v1", duplicate).data()).contains("IDENTITY_ERASED");
        }

        @Test
        void keepsTheAuditTrail() {
            UUID patient = Api.aRegisteredPatient();
            erase(patient).statusCode(200);

            assertThat(Database.count("""
                    select (select count(*) from audit_pending where about_id = ?::uuid) + (select count(*) from audit_event where about_id = ?::uuid)""",
                    patient.toString(), patient.toString())).isEqualTo(2);
        }
    }

    @Nested
    class Refused {

        @Test
        void whileUnderTreatment() {
            UUID patient = Api.anAcceptedPatient();
            Api.consent(patient);

            erase(patient).statusCode(409).body("code", equalTo("erasure-refused")).body("reasons", contains("IN_TREATMENT"));

            get("therapist", patient, "").statusCode(200).body("name.family", equalTo("Rivera"));
        }

        @Test
        void untilHoldAlertAndSedationAreOver() {
            // Given
            UUID patient = Api.aRegisteredPatient();
            String hold = "\"holdId\": \"" + UUID.randomUUID() + "\", \"code\": \"H_BP\"";
            String alert = "\"alertId\": \"" + UUID.randomUUID()
                    + "\", \"code\": \"PHQ9_ITEM9\", \"raisedAt\": \"2026-03-09T09:00:00Z\"";
            String session = "\"sessionId\": \"" + UUID.randomUUID() + "\"";
            tell("session.hold-placed.v1", patient, hold, "session.events.v1");
            tell("outcome.safety-alert-raised.v1", patient, alert, "outcome.events.v1");
            tell("session.dose-administered.v1", patient, session + ", \"doseId\": \"" + UUID.randomUUID()
                    + "\", \"route\": \"IM\", \"administrationEndedAt\": \"2026-03-09T09:30:00Z\"", "session.events.v1");

            Eventually.holds(() -> assertThat(Database.count("""
                    select (select count(*) from risk_flag where patient_id = ?::uuid) + (select count(*) from dosing_history where id = ?::uuid)""",
                    patient.toString(), patient.toString())).isEqualTo(3));

            // When
            erase(patient).statusCode(409).body("reasons", contains("OPEN_HOLD", "OPEN_SAFETY_ALERT", "NOT_RECOVERED"));
            tell("session.session-discharged.v1", patient, session + ", \"recoveredAt\": \"2026-03-09T11:30:00Z\"", "session.events.v1");
            tell("session.hold-cleared.v1", patient, hold, "session.events.v1");
            Eventually.holds(() -> erase(patient).statusCode(409).body("reasons", contains("OPEN_SAFETY_ALERT")));
            get("therapist", patient, "").statusCode(200).body("name.family", equalTo("Rivera"));
            tell("outcome.safety-alert-resolved.v1", patient, alert, "outcome.events.v1");

            // Then
            Eventually.holds(() -> erase(patient).statusCode(200));
        }

        private static void tell(String type, UUID patient, String more, String topic) {
            Events.fact(type).key(patient).data("{\"patientId\": \"" + patient + "\", " + more + "}").publishTo(topic);
        }

        @Test
        void forAnotherClinicAndOtherRoles() {
            UUID patient = Api.aRegisteredPatient();

            as("clinic-admin", "meadow").body(ErasureExamples.ERASE).post(PATIENTS + "/" + patient + "/erasure-requests").then()
                    .statusCode(404);
            for (String role : List.of("prescriber", "therapist", "monitor", "patient", "analyst", "auditor", "partner")) {
                post(role, patient, "/erasure-requests", ErasureExamples.ERASE).statusCode(403);
            }
            get("therapist", patient, "").statusCode(200).body("name.family", equalTo("Rivera"));
        }

        @Test
        void toChangeWhatWasRecordedOfAnyoneElse() throws SQLException {
            UUID patient = Api.aPatientReadyForReview();

            for (String change : List.of("prior_treatment set trial = '{}'", "screening set answers = '{}'", "intake set content = '{}'")) {
                try (Connection service = Database.asService(Stack.clinic("harbor")); Statement statement = service.createStatement()) {
                    assertThatThrownBy(() -> statement.executeUpdate("update " + change + " where patient_id = '" + patient + "'"))
                            .isInstanceOf(SQLException.class).hasMessageContaining("never changed");
                }
            }
        }
    }
}
