package health.stillpoint.patient.merge.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.asPatient;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.consent.api.ConsentExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.patients.api.PatientExamples;
import health.stillpoint.patient.intake.api.IntakeExamples;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import io.restassured.response.ValidatableResponse;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
class MergeResourceTest {

    private static ValidatableResponse merge(String role, String clinic, UUID survivor, UUID duplicate) {
        String tag = as("monitor").get(PATIENTS + "/" + survivor).header("ETag");
        return as(role, clinic).header("If-Match", tag == null ? "*" : tag).redirects().follow(false)
                .body(MergeExamples.MERGE.replaceFirst("0197a100-0000-7000-8000-000000000002", duplicate.toString()))
                .post(PATIENTS + "/" + survivor + "/merge").then();
    }

    private static ValidatableResponse merge(UUID survivor, UUID duplicate) {
        return merge("clinic-admin", "harbor", survivor, duplicate);
    }

    private static ValidatableResponse unfollowed(UUID patient, String path) {
        return as("prescriber").redirects().follow(false).get(PATIENTS + "/" + patient + path).then();
    }

    private static String numberOf(UUID patient) {
        return get("monitor", patient, "").statusCode(200).extract().path("identifiers[0].value");
    }

    @Nested
    class Merged {

        @Test
        void readsBothHistoriesUnderTheRecordThatGoesOn() {
            UUID survivor = Api.aPatientWithSignedIntake();
            UUID duplicate = Api.aPatientReadyForReview();
            String ownNumber = numberOf(survivor);
            String otherNumber = numberOf(duplicate);

            merge(survivor, duplicate).statusCode(200).body("id", equalTo(survivor.toString()))
                    .body("identifiers.value", contains(ownNumber, otherNumber));

            get("therapist", survivor, "/intakes").statusCode(200).body("items", hasSize(2));
            get("therapist", survivor, "/prior-treatments").statusCode(200).body("items", hasSize(2));
            get("therapist", survivor, "/screenings").statusCode(200).body("items", hasSize(1));
            get("therapist", survivor, "/programme").statusCode(200).body("history.to", hasItem("CANDIDACY_REVIEW"));
            get("therapist", survivor, "/merges").statusCode(200).body("items.mergedPatientId", contains(duplicate.toString()));
            assertThat(as("monitor").queryParam("identifier", otherNumber).get(PATIENTS).then().statusCode(200)
                    .extract().<List<String>>path("items.id")).containsExactly(survivor.toString());
            assertThat(Database.count("select count(*) from intake where patient_id = ?::uuid", duplicate.toString())).isOne();
        }

        @ParameterizedTest(name = "leads {0} to the record that goes on")
        @ValueSource(strings = {"", "/intakes", "/prior-treatments", "/treatment-resistance", "/screenings", "/candidacy",
            "/candidacy-decisions", "/consents", "/programme", "/duplicates", "/merges"})
        void leadsReadsToTheRecordThatGoesOn(String path) {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = Api.aRegisteredPatient();
            merge(survivor, duplicate).statusCode(200);

            String location = unfollowed(duplicate, path).statusCode(301).body("code", equalTo("patient-merged"))
                    .extract().header("Location");

            assertThat(location).isEqualTo(PATIENTS + "/" + survivor + path);
            as("prescriber", "meadow").redirects().follow(false).get(PATIENTS + "/" + duplicate + path).then().statusCode(404);
        }

        @Test
        void refusesEveryWriteToTheRecordThatEnded() {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = Api.aRegisteredPatient();
            merge(survivor, duplicate).statusCode(200);

            as("therapist").header("If-Match", "*").body(PatientExamples.CHANGE).patch(PATIENTS + "/" + duplicate).then()
                    .statusCode(409).body("code", equalTo("patient-merged")).body("patientId", equalTo(survivor.toString()));
            post("therapist", duplicate, "/intakes", "{}").statusCode(409).body("code", equalTo("patient-merged"));
            post("monitor", duplicate, "/screenings", ScreeningExamples.HEALTHY).statusCode(409);
        }

        @Test
        void endsDecisionsAndConsentsOfBoth() {
            UUID survivor = Api.anAcceptedPatient();
            UUID consent = Api.consent(survivor);
            UUID duplicate = Api.aRegisteredPatient();

            merge(survivor, duplicate).statusCode(200);

            get("prescriber", survivor, "/candidacy-decisions").statusCode(200).body("items[0].endReasonCodes", contains("RECORDS_MERGED"));
            get("therapist", survivor, "/consents/" + consent).statusCode(200).body("status", not(equalTo("ACTIVE")));
            assertThat(Api.programmeState(survivor)).isEqualTo("SCREENING");
        }

        @Test
        void tellsTheOthersUnderBothKeysAndIsListedOnce() {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = Api.aRegisteredPatient();
            String number = numberOf(duplicate);

            merge(survivor, duplicate).statusCode(200);

            for (UUID key : List.of(survivor, duplicate)) {
                var fact = Events.await("patient.events.v1", "patient.merged.v1", key).json();
                assertThat(fact.get("patientId").asText()).isEqualTo(survivor.toString());
                assertThat(fact.get("mergedPatientId").asText()).isEqualTo(duplicate.toString());
            }
            assertThat(as("monitor").queryParam("identifier", number).get(PATIENTS).then().extract()
                    .<List<String>>path("items.id")).containsExactly(survivor.toString());
        }

        @Test
        void leadsOnAfterTheRecordThatWentOnIsMergedItself() {
            UUID first = Api.aRegisteredPatient();
            UUID second = Api.aRegisteredPatient();
            UUID third = Api.aRegisteredPatient();
            merge(second, first).statusCode(200);
            merge(third, second).statusCode(200);

            assertThat(unfollowed(first, "").statusCode(301).extract().header("Location")).endsWith(third.toString());
        }

        @Test
        void letsThePatientFollowToTheRecordThatGoesOn() {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = Api.aRegisteredPatient();
            merge(survivor, duplicate).statusCode(200);

            asPatient(duplicate).get(PATIENTS + "/" + survivor).then().statusCode(200);
            asPatient(Api.aRegisteredPatient()).get(PATIENTS + "/" + survivor).then().statusCode(404);
        }

        @Test
        void countsFactsOfOtherServicesAboutTheEndedRecordForTheOneThatGoesOn() {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = Api.aRegisteredPatient();
            String number = numberOf(survivor);
            merge(survivor, duplicate).statusCode(200);

            Events.fact("session.hold-placed.v1").clinic("harbor").key(duplicate).data("{\"patientId\": \"" + duplicate
                    + "\", \"holdId\": \"" + UUID.randomUUID() + "\", \"code\": \"H_BP\"}").publishTo("session.events.v1");

            Eventually.holds(() -> as("monitor").queryParam("identifier", number).queryParam("riskFlag", "HOLD").get(PATIENTS)
                    .then().body("items.id", contains(survivor.toString())));
        }

        @Test
        void takesNoConsentFromSomebodyDosedUnderTheOtherRecord() {
            UUID survivor = Api.aPatientReadyForReview();
            UUID duplicate = Api.aRegisteredPatient();
            tell("session.dose-administered.v1", duplicate, "\"doseId\": \"" + UUID.randomUUID() + "\", \"sessionId\": \""
                    + UUID.randomUUID() + "\", \"route\": \"IM\", \"administrationEndedAt\": \"" + ClinicTime.now() + "\"", "session.events.v1");
            heard("dosing_history where id = ?::uuid", duplicate);

            merge(survivor, duplicate).statusCode(200);

            post("prescriber", survivor, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201);
            post("therapist", survivor, "/consents", ConsentExamples.TREATMENT).statusCode(409).body("code", equalTo("not-recovered"));
        }

        @Test
        void endsWhatWasSignedUnderADoseOfTheOtherRecord() {
            UUID survivor = Api.aRegisteredPatient();
            UUID before = share(survivor);
            UUID duplicate = Api.aRegisteredPatient();
            tell("session.dose-administered.v1", duplicate, "\"doseId\": \"" + UUID.randomUUID() + "\", \"sessionId\": \""
                    + UUID.randomUUID() + "\", \"route\": \"IM\", \"administrationEndedAt\": \"" + ClinicTime.now() + "\"", "session.events.v1");
            heard("dosing_history where id = ?::uuid", duplicate);
            UUID under = share(survivor);

            merge(survivor, duplicate).statusCode(200);

            get("therapist", survivor, "/consents/" + under).statusCode(200).body("status", equalTo("LAPSED"))
                    .body("lapseReasons", contains("SIGNED_WHILE_SEDATED"));
            get("therapist", survivor, "/consents/" + before).statusCode(200).body("lapseReasons", contains("REPLACED"));
        }

        @Test
        void endsEveryConsentOfTheRecordThatEndsAndNoOtherThanToTreatmentOfTheOneThatGoesOn() {
            UUID survivor = Api.aRegisteredPatient();
            UUID kept = share(survivor);
            UUID duplicate = Api.aRegisteredPatient();
            UUID ended = share(duplicate);

            merge(survivor, duplicate).statusCode(200);

            get("therapist", survivor, "/consents/" + kept).statusCode(200).body("status", equalTo("ACTIVE"));
            get("therapist", survivor, "/consents/" + ended).statusCode(200).body("status", equalTo("LAPSED"))
                    .body("lapseReasons", contains("RECORDS_MERGED"));
        }

        @Test
        void takesNoConsentWhileSessionsAreNotHeardFromWhomeverConsentedUnderTheOtherRecord() {
            // Given
            UUID duplicate = Api.anAcceptedPatient();
            Api.sessionsAreHeard();
            Api.consent(duplicate);
            post("prescriber", duplicate, "/programme/stop", "{\"reason\": \"PATIENT_WISH\"}").statusCode(200);
            UUID survivor = Api.aRegisteredPatient();
            merge(survivor, duplicate).statusCode(200);

            // When
            Database.execute("update knowledge set sent_at = now() - interval '61 seconds' where source = 'session' and partition = 7");

            // Then
            post("therapist", survivor, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(409)
                    .body("code", equalTo("doses-unheard"));
            Api.sessionsAreHeard();
            share(survivor);
        }

        private static UUID share(UUID patient) {
            return Api.id(post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201));
        }

        @Test
        void isReadByASecondPhysicianAfterAnExclusionInTheOtherRecord() {
            UUID duplicate = Api.aRegisteredPatient();
            Api.screen(duplicate, ScreeningExamples.HEALTHY.replace(
                    "\"ANEURYSM_AVM\", \"state\": \"ABSENT\"", "\"ANEURYSM_AVM\", \"state\": \"PRESENT\""));
            UUID survivor = Api.aPatientReadyForReview();

            merge(survivor, duplicate).statusCode(200);

            post("prescriber", survivor, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                    .body("status", equalTo("AWAITING_SECOND_READER")).body("reasonCodes", hasItem("NO_LONGER_FOUND_SCR_ANEURYSM_AVM"));
        }

        @Test
        void isReadByASecondPhysicianAfterARelativeFindingInTheOtherRecord() {
            UUID duplicate = Api.aRegisteredPatient();
            Api.screen(duplicate, ScreeningExamples.HEALTHY.replace(
                    "\"OUD_HISTORY\", \"state\": \"ABSENT\"", "\"OUD_HISTORY\", \"state\": \"PRESENT\""));
            UUID survivor = Api.aPatientReadyForReview();

            merge(survivor, duplicate).statusCode(200);

            post("prescriber", survivor, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                    .body("status", equalTo("AWAITING_SECOND_READER")).body("reasonCodes", hasItem("NO_LONGER_FOUND_SCR_OUD_HISTORY"));
        }

        @Test
        void isReadByASecondPhysicianAfterADiagnosisInTheOtherRecord() {
            UUID duplicate = Api.aPatientWithSignedIntake(IntakeExamples.DRAFT.replace("MDD_SINGLE", "PSYCHOTIC_DISORDER"));
            UUID survivor = Api.aPatientReadyForReview();

            merge(survivor, duplicate).statusCode(200);

            post("prescriber", survivor, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                    .body("status", equalTo("AWAITING_SECOND_READER"))
                    .body("reasonCodes", hasItem("NO_LONGER_FOUND_DX_PSYCHOTIC_DISORDER"));
        }

        @Test
        void isHeldBackByAHoldOfTheOtherRecord() {
            UUID survivor = Api.aPatientReadyForReview();
            UUID duplicate = Api.aRegisteredPatient();
            tell("session.hold-placed.v1", duplicate, "\"holdId\": \"" + UUID.randomUUID() + "\", \"code\": \"H_BP\"", "session.events.v1");
            heard("programme where id = ?::uuid and facts -> 'holdsOpen' <> '[]'::jsonb", duplicate);

            merge(survivor, duplicate).statusCode(200);

            post("prescriber", survivor, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201);
            Api.consent(survivor);
            assertThat(Api.programmeState(survivor)).isEqualTo("SUSPENDED");
        }

        @Test
        void isWarnedByASuicideAlertOfTheOtherRecord() {
            UUID survivor = Api.aPatientWithSignedIntake();
            Api.screen(survivor, ScreeningExamples.HEALTHY);
            UUID duplicate = Api.aRegisteredPatient();
            tell("outcome.safety-alert-raised.v1", duplicate, "\"alertId\": \"" + UUID.randomUUID()
                    + "\", \"code\": \"CSSRS_MODERATE\", \"raisedAt\": \"" + ClinicTime.now() + "\"", "outcome.events.v1");
            heard("modality_facts where id = ?::uuid", duplicate);

            merge(survivor, duplicate).statusCode(200);

            get("therapist", survivor, "/modality-recommendation").statusCode(200)
                    .body("blocked.blocks.flatten()", hasItem("SUICIDE_RISK_MODERATE_OR_HIGH"));
        }

        private static void tell(String type, UUID patient, String more, String topic) {
            Events.fact(type).key(patient).data("{\"patientId\": \"" + patient + "\", " + more + "}").publishTo(topic);
        }

        private static void heard(String rows, UUID patient) {
            Eventually.holds(() -> assertThat(Database.count("select count(*) from " + rows, patient.toString())).isOne());
        }

        @Test
        void dissolvesTheCareTeamOfTheRecordThatEnded() {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = Api.aRegisteredPatient();
            UUID practitioner = UUID.randomUUID();
            String clinic = Stack.clinic("harbor").toString();
            Database.execute("""
                    insert into practitioner (id, clinic_id, version, name, identifiers, qualifications, roles, active_from, created_by)
                    values (?::uuid, ?::uuid, 0, '{"family": "Weber", "given": ["Ida"]}', '[]', '[]', '{THERAPIST}', now(), gen_random_uuid())""",
                    practitioner.toString(), clinic);
            for (UUID patient : List.of(survivor, duplicate)) {
                Database.execute("insert into care_team (id, clinic_id, version, revision, changed_at) values (?::uuid, ?::uuid, 0, 1, now())",
                        patient.toString(), clinic);
                Database.execute("""
                        insert into care_team_member (id, clinic_id, version, patient_id, practitioner_id, role, member_from, added_by)
                        values (gen_random_uuid(), ?::uuid, 0, ?::uuid, ?::uuid, 'THERAPIST', now() - interval '1 day', 'x')""",
                        clinic, patient.toString(), practitioner.toString());
            }

            merge(survivor, duplicate).statusCode(200);

            assertThat(as("monitor").queryParam("clinician", practitioner).get(PATIENTS).then().statusCode(200).extract()
                    .<List<String>>path("items.id")).containsExactly(survivor.toString());
            assertThat(Database.count("select count(*) from care_team_member where patient_id = ?::uuid and member_to is null",
                    duplicate.toString())).isZero();
        }

        @Test
        void auditsTheRedirect() {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = Api.aRegisteredPatient();
            merge(survivor, duplicate).statusCode(200);

            unfollowed(duplicate, "").statusCode(301);

            assertThat(Database.count("""
                    select (select count(*) from audit_pending where action = 'patient.read' and about_id = ?::uuid and problem_code = 'patient-merged')
                         + (select count(*) from audit_event where action = 'patient.read' and about_id = ?::uuid and problem_code = 'patient-merged')""",
                    duplicate.toString(), duplicate.toString())).isOne();
        }
    }

    @Nested
    class Refused {

        @Test
        void intoItselfTwiceAndWithADraft() {
            UUID survivor = Api.aRegisteredPatient();
            UUID duplicate = Api.aRegisteredPatient();
            UUID withDraft = Api.aRegisteredPatient();
            post("therapist", withDraft, "/intakes", "{}").statusCode(201);

            merge(survivor, survivor).statusCode(409).body("reasons", contains("SAME_RECORD"));
            merge(survivor, withDraft).statusCode(409).body("reasons", contains("DUPLICATE_HAS_DRAFT"));
            merge(survivor, duplicate).statusCode(200);
            merge(survivor, duplicate).statusCode(409).body("code", equalTo("merge-refused"))
                    .body("reasons", contains("DUPLICATE_MERGED"));
        }

        @Test
        void whenTheOtherRecordIsUnderTreatment() {
            UUID treated = Api.anAcceptedPatient();
            Api.consent(treated);
            UUID survivor = Api.aRegisteredPatient();

            merge(survivor, treated).statusCode(409).body("reasons", contains("DUPLICATE_IN_TREATMENT"));

            get("therapist", treated, "").statusCode(200);
            get("therapist", survivor, "/merges").statusCode(200).body("items", empty());
        }

        @Test
        void acrossClinicsAndOfUnknownRecords() {
            UUID harbor = Api.aRegisteredPatient();
            UUID meadow = Api.id(as("therapist", "meadow").body(PatientExamples.REGISTER).post(PATIENTS).then().statusCode(201));

            merge(harbor, meadow).statusCode(404).body("code", equalTo("not-found"));
            merge(harbor, UUID.randomUUID()).statusCode(404);
            merge("clinic-admin", "meadow", harbor, meadow).statusCode(404);
            get("therapist", harbor, "").statusCode(200);
        }

        @Test
        void withoutTheVersionThatWasReadAndForOtherRoles() {
            UUID survivor = Api.aRegisteredPatient();
            String body = MergeExamples.MERGE.replaceFirst("0197a100-0000-7000-8000-000000000002", Api.aRegisteredPatient().toString());

            as("clinic-admin").body(body).post(PATIENTS + "/" + survivor + "/merge").then().statusCode(428);
            as("clinic-admin").header("If-Match", "\"7\"").body(body).post(PATIENTS + "/" + survivor + "/merge").then().statusCode(412);
            for (String role : List.of("therapist", "monitor", "patient", "analyst", "auditor", "partner")) {
                as(role).header("If-Match", "*").body(body).post(PATIENTS + "/" + survivor + "/merge").then().statusCode(403);
            }
        }
    }
}
