package health.stillpoint.patient.referrals.api;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;
import static org.hamcrest.Matchers.startsWith;

import health.stillpoint.kit.testing.CanaryLog;
import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.patient.consent.api.ConsentExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.patients.api.PatientExamples;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import java.time.Duration;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.extension.ExtendWith;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@ServiceTest
@ExtendWith(CanaryLog.class)
class ReferralResourceTest {

    private static final String REFERRALS = "/api/v1/referrals";
    private static final String FIRST = "partner-harbor";
    private static final String SECOND = "partner-second";
    /** All a partner ever sees of a referral without consent. */
    private static final Set<String> OF_THE_PARTNER = Set.of("id", "status", "since", "receivedAt", "submission");

    private static RequestSpecification partner(String client) {
        return partner(client, "harbor");
    }

    private static RequestSpecification partner(String client, String clinic) {
        String token = Tokens.of("partner", clinic,
                Map.of("azp", client, "sub", UUID.nameUUIDFromBytes(client.getBytes()).toString()));
        return given().header("Authorization", "Bearer " + token).contentType("application/json");
    }

    private static String aReferral() {
        return partner(FIRST).body(ReferralExamples.REFERRAL).post(REFERRALS).then().statusCode(201).extract().path("id");
    }

    private static ValidatableResponse seenByPartner(String referral) {
        return partner(FIRST).get(REFERRALS + "/" + referral).then().statusCode(200);
    }

    private static ValidatableResponse step(String referral, String step, String body) {
        return as("therapist").body(body).post(REFERRALS + "/" + referral + "/" + step).then();
    }

    /** Registers the person of a referral; their id. */
    private static UUID registered(String referral) {
        return UUID.fromString(step(referral, "register", ReferralExamples.REGISTRATION).statusCode(200)
                .extract().path("clinic.patientId"));
    }

    private static UUID share(UUID patient) {
        return Api.id(post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201));
    }

    private static Set<String> fields(ValidatableResponse response) {
        Map<String, Object> body = response.extract().path("");
        return body.keySet();
    }

    @Nested
    class Receiving {

        @Test
        void takesTheExampleOfTheDocumentAndTellsOfIt() {
            ValidatableResponse received = partner(FIRST).body(ReferralExamples.REFERRAL).post(REFERRALS).then().statusCode(201)
                    .header("Location", startsWith("/api/v1/referrals/")).body("status", equalTo("RECEIVED"))
                    .body("submission.person.name.family", equalTo("Rivera"));

            assertThat(fields(received)).isEqualTo(OF_THE_PARTNER);
            Events.Published told =
                    Events.await("patient.events.v1", "patient.referral-received.v1", Api.id(received));
            assertThat(told.json().get("urgency").asText()).isEqualTo("ROUTINE");
            assertThat(told.data()).doesNotContain("Rivera").doesNotContain("adolescence");
        }

        @Test
        void happensOnceForOneKeyOfOneClient() {
            String key = UUID.randomUUID().toString();
            String id = partner(FIRST).header("Idempotency-Key", key).body(ReferralExamples.REFERRAL).post(REFERRALS).then()
                    .statusCode(201).extract().path("id");

            partner(FIRST).header("Idempotency-Key", key).body(ReferralExamples.REFERRAL).post(REFERRALS).then().statusCode(201)
                    .header("Idempotency-Replayed", "true").body("id", equalTo(id));
            partner(SECOND).header("Idempotency-Key", key).body(ReferralExamples.REFERRAL).post(REFERRALS).then().statusCode(201)
                    .header("Idempotency-Replayed", nullValue()).body("id", not(equalTo(id)));
        }

        @Test
        void takesAReferenceOfThePartnerOnceAndOfAnotherPartnerToo() {
            String body = ReferralExamples.REFERRAL.replace("\"urgency\"",
                    "\"partnerReference\": \"" + UUID.randomUUID() + "\", \"urgency\"");

            partner(FIRST).body(body).post(REFERRALS).then().statusCode(201);
            partner(FIRST).body(body).post(REFERRALS).then().statusCode(409).body("code", equalTo("reference-taken"));
            partner(SECOND).body(body).post(REFERRALS).then().statusCode(201);
        }

        @Test
        void refusesMinorsAndPeopleWhoDidNotAgree() {
            partner(FIRST).body(ReferralExamples.REFERRAL.replace("1992-05-14", "2020-05-14")).post(REFERRALS).then()
                    .statusCode(422).body("code", equalTo("patient-minor"));
            partner(FIRST).body(ReferralExamples.REFERRAL.replace("\"given\": true", "\"given\": false")).post(REFERRALS).then()
                    .statusCode(422).body("violations.field", hasItem("consentToRefer.given"));
        }

        @ParameterizedTest(name = "refuses somebody born in {0}")
        @ValueSource(strings = {"1066-10-14", "1800-01-01"})
        void refusesPeopleBornTooLongAgo(String birthDate) {
            partner(FIRST).body(ReferralExamples.REFERRAL.replace("1992-05-14", birthDate)).post(REFERRALS).then()
                    .statusCode(422).body("code", equalTo("implausible-date")).body("violations.field", contains("birthDate"));
        }

        @ParameterizedTest(name = "is not for the {0}")
        @ValueSource(strings = {"clinic-admin", "prescriber", "therapist", "monitor", "patient", "analyst", "auditor"})
        void isForPartners(String role) {
            as(role).body(ReferralExamples.REFERRAL).post(REFERRALS).then().statusCode(403);
        }

        @Test
        void isNotForATokenThatNamesNoClient() {
            partner("").body(ReferralExamples.REFERRAL).post(REFERRALS).then().statusCode(403);
            partner("").get(REFERRALS).then().statusCode(403);
        }

        @Test
        void keepsWhatWasSentOutOfTheLog() {
            partner(FIRST).body(ReferralExamples.REFERRAL.replace("Rivera", "CANARY-rivera").replace("Social anxiety", "CANARY-why"))
                    .post(REFERRALS).then().statusCode(201).body("submission.person.name.family", equalTo("CANARY-rivera"));
        }
    }

    @Nested
    class Deciding {

        @Test
        void tellsThePartnerTheStateAndACoarseReasonAlone() {
            // Given
            String accepted = aReferral();
            String declined = aReferral();

            // When
            step(accepted, "accept", "").statusCode(200).body("status", equalTo("ACCEPTED"))
                    .body("clinic.partner", equalTo(FIRST)).header("ETag", "\"1\"");
            step(declined, "decline", ReferralExamples.DECLINE).statusCode(200)
                    .body("clinic.note", equalTo("Waiting list closed until May"));

            // Then
            assertThat(fields(seenByPartner(accepted).body("status", equalTo("ACCEPTED")))).isEqualTo(OF_THE_PARTNER);
            ValidatableResponse seen =
                    seenByPartner(declined).body("status", equalTo("DECLINED")).body("reason", equalTo("NO_CAPACITY"));
            assertThat(seen.extract().asString()).doesNotContain("Waiting list").doesNotContain("decidedBy");
        }

        @Test
        void isNotForMonitorsOrThePartner() {
            String referral = aReferral();

            as("monitor").post(REFERRALS + "/" + referral + "/accept").then().statusCode(403);
            partner(FIRST).post(REFERRALS + "/" + referral + "/accept").then().statusCode(403);
            as("monitor").get(REFERRALS).then().statusCode(403);
        }

        @Test
        void isDoneOnce() {
            String referral = aReferral();
            step(referral, "decline", ReferralExamples.DECLINE).statusCode(200);

            step(referral, "accept", "").statusCode(409).body("code", equalTo("step-not-allowed"))
                    .body("state", equalTo("DECLINED"));
            partner(FIRST).post(REFERRALS + "/" + referral + "/cancel").then().statusCode(409);
        }
    }

    @Nested
    class Finding {

        @Test
        void registersThePersonOfTheReferralInOneStep() {
            String referral = aReferral();

            UUID patient = registered(referral);

            as("therapist").get(PATIENTS + "/" + patient).then().statusCode(200)
                    .body("name.family", equalTo("Rivera")).body("emergencyContact.name", equalTo("Jo Rivera"))
                    .body("programmeState", equalTo("REFERRED"));
            step(referral, "register", ReferralExamples.REGISTRATION).statusCode(409).body("code", equalTo("referral-linked"));
            step(referral, "decline", ReferralExamples.DECLINE).statusCode(409).body("code", equalTo("referral-linked"));
        }

        @ParameterizedTest(name = "registers nobody with a number of the clinic''s own system {0}")
        @ValueSource(strings = {"urn:stillpoint:mrn", "URN:stillpoint:mrn", "urn:Stillpoint:MRN"})
        void registersNobodyWithANumberOfTheClinicsOwn(String system) {
            String referral = aReferral();

            step(referral, "register", numbered(system, "7")).statusCode(422).body("code", equalTo("invalid-value"))
                    .body("violations.field", contains("identifiers[0].system"));

            as("therapist").get(REFERRALS + "/" + referral).then().body("clinic.patientId", nullValue());
        }

        @Test
        void registersNobodyWithANumberOfARecordThatWasMerged() {
            // Given
            String number = UUID.randomUUID().toString();
            UUID merged = Api.id(as("therapist").body(PatientExamples.REGISTER.replaceFirst("\\{", "{\"identifiers\": [{\"system\":"
                    + " \"urn:example:insurance\", \"value\": \"" + number + "\"}],")).post(PATIENTS).then().statusCode(201));
            as("clinic-admin").header("If-Match", "*").body("{\"duplicateId\": \"" + merged + "\", \"reason\": \"same person\"}")
                    .post(PATIENTS + "/" + Api.aRegisteredPatient() + "/merge").then().statusCode(200);
            String referral = aReferral();

            step(referral, "register", numbered("urn:example:insurance", number)).statusCode(409)
                    .body("code", equalTo("identifier-taken"));
        }

        private static String numbered(String system, String value) {
            return ReferralExamples.REGISTRATION.replaceFirst("\\{",
                    "{\"identifiers\": [{\"system\": \"" + system + "\", \"value\": \"" + value + "\"}],");
        }

        @Test
        void registersNobodyWhenTheStepIsRefused() {
            String referral = aReferral();
            step(referral, "decline", ReferralExamples.DECLINE).statusCode(200);
            long before = Database.count("select count(*) from patient");

            step(referral, "register", ReferralExamples.REGISTRATION).statusCode(409);

            assertThat(Database.count("select count(*) from patient")).isEqualTo(before);
        }

        @Test
        void showsStaffWhoMayAlreadyBeThisPerson() {
            // Given
            String family = "Rivera-" + UUID.randomUUID();
            String phone = "+1 555 " + Math.abs(family.hashCode());
            String sameName = patientLike(family.toUpperCase(Locale.ROOT), "1992-05-14", "+1 555 0177");
            String samePhone = patientLike("Other", "1992-05-14", phone);
            patientLike(family, "1992-05-15", phone);
            patientLike("Other", "1992-05-14", "+1 555 0178");

            // When
            String referral = partner(FIRST).body(ReferralExamples.REFERRAL.replace("Rivera", family).replace("+1 555 0100", phone))
                    .post(REFERRALS).then().statusCode(201).extract().path("id");

            // Then
            as("therapist").get(REFERRALS + "/" + referral).then().statusCode(200)
                    .body("clinic.possibleDuplicates", containsInAnyOrder(sameName, samePhone));
            assertThat(seenByPartner(referral).extract().asString()).doesNotContain(sameName).doesNotContain("possible");
        }

        @Test
        void neitherShowsNorLinksRecordsThatHaveEnded() {
            // Given
            String family = "Rivera-" + UUID.randomUUID();
            String phone = "+1 555 " + Math.abs(family.hashCode());
            String survivor = patientLike(family, "1992-05-14", "+1 555 0171");
            String merged = patientLike(family, "1992-05-14", "+1 555 0172");
            String erased = patientLike(family, "1992-05-14", "+1 555 0173");
            as("clinic-admin").header("If-Match", "*").body("{\"duplicateId\": \"" + merged + "\", \"reason\": \"same person\"}")
                    .post(PATIENTS + "/" + survivor + "/merge").then().statusCode(200);
            Database.execute("update patient set erased_at = now() where id = ?::uuid", erased);

            // When
            String referral = partner(FIRST).body(ReferralExamples.REFERRAL.replace("Rivera", family).replace("+1 555 0100", phone))
                    .post(REFERRALS).then().statusCode(201).extract().path("id");

            // Then
            as("therapist").get(REFERRALS + "/" + referral).then().statusCode(200)
                    .body("clinic.possibleDuplicates", contains(survivor));
            step(referral, "accept", "").statusCode(200);
            step(referral, "link", "{\"patientId\": \"" + merged + "\"}").statusCode(409).body("code", equalTo("patient-merged"));
            step(referral, "link", "{\"patientId\": \"" + erased + "\"}").statusCode(409).body("code", equalTo("patient-erased"));
            step(referral, "link", "{\"patientId\": \"" + survivor + "\"}").statusCode(200);
        }

        private String patientLike(String family, String birthDate, String phone) {
            return as("therapist").body(PatientExamples.REGISTER.replace("Rivera", family).replace("1992-05-14", birthDate)
                            .replace("+1 555 0100", phone))
                    .post(PATIENTS).then().statusCode(201).extract().path("id");
        }

        @Test
        void linksAKnownPatientAndCanTakeThatBack() {
            // Given
            UUID patient = Api.aRegisteredPatient();
            String referral = aReferral();

            // When
            step(referral, "link", ReferralExamples.LINK.replace("0197a100-0000-7000-8000-000000000001", patient.toString()))
                    .statusCode(200).body("status", equalTo("ACCEPTED")).body("clinic.patientId", equalTo(patient.toString()));

            // Then
            assertThat(seenByPartner(referral).extract().asString()).doesNotContain(patient.toString());
            step(referral, "unlink", "").statusCode(200).body("clinic.patientId", nullValue());
        }

        @Test
        void asksTwiceWhenTheBirthDatesDiffer() {
            UUID patient = Api.aRegisteredPatient();
            String other = partner(FIRST).body(ReferralExamples.REFERRAL.replace("1992-05-14", "1992-05-15")).post(REFERRALS)
                    .then().statusCode(201).extract().path("id");

            step(other, "link", "{\"patientId\": \"" + patient + "\"}").statusCode(409).body("code", equalTo("person-differs"));
            step(other, "link", "{\"patientId\": \"" + patient + "\", \"identityConfirmed\": true}").statusCode(200);
        }

        @Test
        void doesNotFindAnotherClinicsPatient() {
            String referral = aReferral();
            String ofMeadow = as("therapist", "meadow").body(PatientExamples.REGISTER)
                    .post(PATIENTS).then().statusCode(201).extract().path("id");

            step(referral, "link", "{\"patientId\": \"" + ofMeadow + "\"}").statusCode(404).body("code", equalTo("not-found"));
            as("therapist").get(REFERRALS + "/" + referral).then()
                    .body("clinic.possibleDuplicates", not(hasItem(ofMeadow))).body("status", equalTo("RECEIVED"));
        }
    }

    @Nested
    class Following {

        @Test
        void goesOnWithTheRecordThatThePersonsWasMergedInto() {
            // Given
            String referral = aReferral();
            UUID merged = registered(referral);
            share(merged);
            UUID survivor = Api.aPatientWithSignedIntake();

            // When
            as("clinic-admin").header("If-Match", "*").body("{\"duplicateId\": \"" + merged + "\", \"reason\": \"same person\"}")
                    .post(PATIENTS + "/" + survivor + "/merge").then().statusCode(200);
            post("prescriber", survivor, "/programme/stop", "{\"reason\": \"PATIENT_WISH\"}").statusCode(200);

            // Then
            as("therapist").get(REFERRALS + "/" + referral).then().statusCode(200).body("status", equalTo("COMPLETED"));
            assertThat(fields(seenByPartner(referral).body("status", equalTo("ACCEPTED")))).isEqualTo(OF_THE_PARTNER);
            share(survivor);
            seenByPartner(referral).body("shared.programmeState", equalTo("STOPPED"));
        }

        @Test
        void hidesTheProgrammeWithoutConsentAndOpensItWithConsent() {
            // Given
            String referral = aReferral();
            UUID patient = registered(referral);
            assertThat(fields(seenByPartner(referral).body("status", equalTo("ACCEPTED")))).isEqualTo(OF_THE_PARTNER);

            // When
            share(patient);

            // Then
            ValidatableResponse seen = seenByPartner(referral).body("shared.programmeState", equalTo("REFERRED"))
                    .body("shared.until", notNullValue());
            assertThat(fields(seen)).containsExactlyInAnyOrder("id", "status", "since", "receivedAt", "submission", "shared");
            Map<String, Object> shared = seen.extract().path("shared");
            assertThat(shared.keySet()).containsExactlyInAnyOrder("programmeState", "until");
            assertThat(seen.extract().asString()).doesNotContain(patient.toString());
        }

        @Test
        void showsTreatmentToStaffAlwaysAndToThePartnerWithConsentAlone() {
            // Given
            String referral = aReferral();
            UUID patient = Api.anAcceptedPatient();
            step(referral, "link", "{\"patientId\": \"" + patient + "\"}").statusCode(200);
            Api.consent(patient);
            step(referral, "accept", "").statusCode(409);

            // When
            as("therapist").get(REFERRALS + "/" + referral).then().body("status", equalTo("IN_TREATMENT"));
            seenByPartner(referral).body("status", equalTo("ACCEPTED")).body("shared", nullValue());
            Api.sessionsAreHeard();
            share(patient);

            // Then
            seenByPartner(referral).body("status", equalTo("IN_TREATMENT"))
                    .body("shared.programmeState", equalTo("PREPARATION"));
        }

        @Test
        void endsTheMomentConsentIsWithdrawn() {
            String referral = aReferral();
            UUID patient = registered(referral);
            UUID consent = share(patient);
            seenByPartner(referral).body("shared", notNullValue());

            post("therapist", patient, "/consents/" + consent + "/withdraw", ConsentExamples.WITHDRAWAL).statusCode(200);

            assertThat(fields(seenByPartner(referral))).isEqualTo(OF_THE_PARTNER);
        }

        @Test
        void isNotOpenedByAnotherScopeOrAnotherPersonsConsent() {
            String referral = aReferral();
            UUID patient = Api.anAcceptedPatient();
            step(referral, "link", "{\"patientId\": \"" + patient + "\"}").statusCode(200);
            Api.consent(patient);
            share(Api.aRegisteredPatient());

            seenByPartner(referral).body("shared", nullValue());
        }

        @Test
        void isNotOpenedToAnotherPartnerOfTheSamePerson() {
            // Given
            String referral = aReferral();
            UUID patient = registered(referral);
            String ofSecond = partner(SECOND).body(ReferralExamples.REFERRAL).post(REFERRALS).then().statusCode(201)
                    .extract().path("id");
            step(ofSecond, "link", "{\"patientId\": \"" + patient + "\"}").statusCode(200);
            Set<String> before = fields(partner(SECOND).get(REFERRALS + "/" + ofSecond).then().statusCode(200));

            // When
            share(patient);

            // Then
            seenByPartner(referral).body("shared.programmeState", equalTo("REFERRED"));
            assertThat(fields(partner(SECOND).get(REFERRALS + "/" + ofSecond).then().statusCode(200)))
                    .isEqualTo(before).isEqualTo(OF_THE_PARTNER);
        }

        @Test
        void isOpenedToEveryPartnerTheConsentNames() {
            String referral = aReferral();
            UUID patient = registered(referral);
            String ofSecond = partner(SECOND).body(ReferralExamples.REFERRAL).post(REFERRALS).then().statusCode(201)
                    .extract().path("id");
            step(ofSecond, "link", "{\"patientId\": \"" + patient + "\"}").statusCode(200);

            post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING.replace(
                    "\"partner-harbor\"", "\"partner-harbor\", \"partner-second\"")).statusCode(201);

            seenByPartner(referral).body("shared", notNullValue());
            partner(SECOND).get(REFERRALS + "/" + ofSecond).then().statusCode(200).body("shared", notNullValue());
        }

        @Test
        void isOnRecordForThePatient() {
            String referral = aReferral();
            UUID patient = registered(referral);
            share(patient);

            seenByPartner(referral).body("shared", notNullValue());

            assertThat(Database.count("""
                    select (select count(*) from audit_pending where action = 'referral.read' and about_id = ?::uuid
                              and client_id = 'partner-harbor' and fields = 'shared.programmeState')
                         + (select count(*) from audit_event where action = 'referral.read' and about_id = ?::uuid
                              and client_id = 'partner-harbor' and fields = 'shared.programmeState')""",
                    patient.toString(), patient.toString())).isOne();
        }
    }

    @Nested
    class Cancelling {

        @Test
        void isForThePartnerAndEndsWhatWasShared() {
            // Given
            String referral = aReferral();
            UUID patient = registered(referral);
            share(patient);

            // When
            ValidatableResponse cancelled = partner(FIRST).post(REFERRALS + "/" + referral + "/cancel").then().statusCode(200)
                    .body("status", equalTo("CANCELLED"));

            // Then
            assertThat(fields(cancelled)).isEqualTo(OF_THE_PARTNER);
            assertThat(fields(seenByPartner(referral))).isEqualTo(OF_THE_PARTNER);
            as("therapist").get(REFERRALS + "/" + referral).then().body("clinic.patientId", equalTo(patient.toString()));
            as("therapist").post(REFERRALS + "/" + referral + "/cancel").then().statusCode(403);
        }

        @Test
        void isAnsweredAlikeWhetherThePersonWasFoundOrNot() {
            String unknown = aReferral();
            String known = aReferral();
            step(unknown, "accept", "").statusCode(200);
            step(known, "accept", "").statusCode(200);
            registered(known);

            Set<String> one = fields(partner(FIRST).post(REFERRALS + "/" + unknown + "/cancel").then().statusCode(200));
            Set<String> other = fields(partner(FIRST).post(REFERRALS + "/" + known + "/cancel").then().statusCode(200));

            assertThat(one).isEqualTo(other);
        }
    }

    @Nested
    class ForAnybodyElse {

        @Test
        void doesNotExistForAnotherPartner() {
            String referral = aReferral();
            String path = REFERRALS + "/" + referral;

            partner(SECOND).get(path).then().statusCode(404).body("code", equalTo("not-found"));
            partner(SECOND).post(path + "/cancel").then().statusCode(404);
            partner(SECOND).get(REFERRALS + "?limit=200").then().statusCode(200)
                    .body("items.id", not(hasItem(referral)));
            partner(FIRST).get(REFERRALS + "?limit=200&status=RECEIVED").then().statusCode(200)
                    .body("items.clinic", everyItem(nullValue()));
            seenByPartner(referral).body("status", equalTo("RECEIVED"));
        }

        @Test
        void doesNotExistForAnotherClinicNotEvenForTheSamePartnerThere() {
            String referral = aReferral();
            String path = REFERRALS + "/" + referral;

            partner(FIRST, "meadow").get(path).then().statusCode(404);
            partner(FIRST, "meadow").get(REFERRALS + "?limit=200").then().statusCode(200).body("items.id", not(hasItem(referral)));
            as("clinic-admin", "meadow").get(path).then().statusCode(404);
            as("clinic-admin", "meadow").get(REFERRALS + "?limit=200").then().statusCode(200)
                    .body("items.id", not(hasItem(referral)));
            for (String step : Set.of("accept", "unlink")) {
                as("clinic-admin", "meadow").post(path + "/" + step).then().statusCode(404);
            }
            as("clinic-admin", "meadow").body(ReferralExamples.DECLINE).post(path + "/decline").then().statusCode(404);
            as("clinic-admin", "meadow").body(ReferralExamples.REGISTRATION).post(path + "/register").then().statusCode(404);
        }
    }

    @Test
    void neverChangesWhatThePartnerSent() {
        String referral = aReferral();

        assertThat(catchThrowable(() -> Database.execute(
                "update referral set submission = '{}' where id = ?::uuid", referral)))
                .hasStackTraceContaining("never changed");
    }

    /** In the other clinic, whose clock no other test of referrals looks at. */
    @Test
    void closesWithTheConsentsLastDay() {
        // Given
        String referral = partner(FIRST, "meadow").body(ReferralExamples.REFERRAL).post(REFERRALS).then().statusCode(201)
                .extract().path("id");
        String patient = as("therapist", "meadow").body(ReferralExamples.REGISTRATION).post(REFERRALS + "/" + referral + "/register")
                .then().statusCode(200).extract().path("clinic.patientId");
        as("therapist", "meadow").body(ConsentExamples.PARTNER_SHARING).post(PATIENTS + "/" + patient + "/consents").then()
                .statusCode(201);
        partner(FIRST, "meadow").get(REFERRALS + "/" + referral).then().body("shared", notNullValue());

        // When
        ClinicTime.advance("meadow", Duration.ofDays(366));

        // Then
        partner(FIRST, "meadow").get(REFERRALS + "/" + referral).then().statusCode(200).body("shared", nullValue());
    }
}
