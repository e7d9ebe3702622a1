package health.stillpoint.patient.referrals;

import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.kit.testing.Stack;
import health.stillpoint.kit.testing.Tokens;
import health.stillpoint.patient.consent.api.ConsentExamples;
import health.stillpoint.patient.erasure.api.ErasureExamples;
import health.stillpoint.patient.referrals.api.ReferralExamples;
import io.restassured.response.ValidatableResponse;
import io.restassured.specification.RequestSpecification;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class ReferralRetentionResourceTest {

    private static final String REFERRALS = "/api/v1/referrals";
    private static final Duration KEPT = Duration.ofDays(365);
    private static final Duration NEARLY = KEPT.minusMinutes(5);

    @Inject
    ReferralRetention retention;

    @Test
    void forgetsWhoWasReferredAndIsLinkedToNobody() {
        // Given
        String name = "Quokka" + UUID.randomUUID();
        String received = aReferralOf(name);
        String accepted = aReferralOf(name);
        String declined = aReferralOf(name);
        String cancelled = aReferralOf(name);
        step(accepted, "accept", "").statusCode(200);
        step(declined, "decline", ReferralExamples.DECLINE.replace("Waiting list", name)).statusCode(200);
        partner().post(REFERRALS + "/" + cancelled + "/cancel").then().statusCode(200);
        List.of(received, accepted, declined, cancelled).forEach(referral -> isUntouchedFor(referral, KEPT));

        // When
        retention.forgetWhenOver();

        // Then
        assertThat(Database.count("select count(*) from referral as t where t::text like ?", "%" + name + "%")).isZero();
        for (Map.Entry<String, String> left : Map.of(received, "RECEIVED", accepted, "ACCEPTED", declined, "DECLINED", cancelled, "CANCELLED")
                .entrySet()) {
            seenByStaff(left.getKey()).body("status", equalTo(left.getValue())).body("submission.person.name.family", equalTo("[erased]"))
                    .body("submission.person.birthDate", equalTo("1992-01-01")).body("submission.diagnosis", equalTo("SOCIAL_ANXIETY"));
        }
        assertThat(Database.count("""
                select (select count(*) from audit_pending where action = 'job.referral-retention' and entity_id = ?::uuid)
                     + (select count(*) from audit_event where action = 'job.referral-retention' and entity_id = ?::uuid)""", received, received))
                .isOne();
    }

    @Test
    void keepsWhomTheClinicMayStillTakeOnOrHasTakenOn() {
        // Given
        String name = "Quokka" + UUID.randomUUID();
        String recent = aReferralOf(name);
        isUntouchedFor(recent, NEARLY);
        String linked = aReferralOf(name);
        UUID patient = registered(linked);
        isUntouchedFor(linked, KEPT.multipliedBy(3));
        String unlinked = aReferralOf(name);
        step(unlinked, "link", "{\"patientId\": \"" + patient + "\"}").statusCode(200);
        isUntouchedFor(unlinked, KEPT.multipliedBy(3));
        step(unlinked, "unlink", "").statusCode(200);

        // When
        retention.forgetWhenOver();

        // Then
        for (String referral : List.of(recent, linked, unlinked)) {
            seenByStaff(referral).body("submission.person.name.family", equalTo(name)).body("submission.person.birthDate", equalTo("1992-05-14"));
        }
    }

    @Test
    void takesNobodyOnByAForgottenReferral() {
        // Given
        String referral = aReferralOf("Quokka");
        isUntouchedFor(referral, KEPT);
        retention.forgetWhenOver();
        long patients = Database.count("select count(*) from patient");

        // When
        step(referral, "accept", "").statusCode(409).body("code", equalTo("referral-forgotten"));
        step(referral, "register", ReferralExamples.REGISTRATION).statusCode(409).body("code", equalTo("referral-forgotten"));

        // Then
        assertThat(Database.count("select count(*) from patient")).isEqualTo(patients);
        step(referral, "decline", ReferralExamples.DECLINE).statusCode(200);
    }

    @Test
    void tellsThePartnerNothingOfALink() {
        // Given
        String reference = UUID.randomUUID().toString();
        String forgotten = aReferral(withReference(reference + "-1"));
        String linked = aReferral(withReference(reference + "-2"));
        step(forgotten, "accept", "").statusCode(200);
        registered(linked);
        List.of(forgotten, linked).forEach(referral -> isUntouchedFor(referral, KEPT));

        // When
        retention.forgetWhenOver();

        // Then
        assertThat(seenByPartner(linked)).isEqualTo(seenByPartner(forgotten));
        assertThat(seenByPartner(linked)).asString().contains("[erased]").doesNotContain("Rivera").doesNotContain(reference);
        partner().body(withReference(reference + "-1")).post(REFERRALS).then().statusCode(201);
        partner().body(withReference(reference + "-2")).post(REFERRALS).then().statusCode(201);
        partner().post(REFERRALS + "/" + linked + "/cancel").then().statusCode(200)
                .body("submission.person.name.family", equalTo("[erased]"));
        seenByStaff(linked).body("submission.person.name.family", equalTo("Rivera"));
    }

    @Test
    void showsThePersonToThePartnerInAReadThatAConsentOpens() {
        String referral = aReferral(ReferralExamples.REFERRAL);
        UUID patient = registered(referral);
        isUntouchedFor(referral, KEPT);
        partner().get(REFERRALS + "/" + referral).then().statusCode(200).body("submission.person.name.family", equalTo("[erased]"));

        post("therapist", patient, "/consents", ConsentExamples.PARTNER_SHARING).statusCode(201);

        partner().get(REFERRALS + "/" + referral).then().statusCode(200).body("submission.person.name.family", equalTo("Rivera"));
    }

    @Test
    void tellsThePartnerNothingOfAnErasure() {
        // Given
        String reference = UUID.randomUUID().toString();
        String unlinked = aReferral(withReference(reference + "-1"));
        String linked = aReferral(withReference(reference + "-2"));
        assertThat(seenByPartner(linked)).asString().contains("Rivera");
        step(unlinked, "accept", "").statusCode(200);
        UUID patient = registered(linked);
        Map<String, Object> before = seenByPartner(linked);

        // When
        post("clinic-admin", patient, "/erasure-requests", ErasureExamples.ERASE).statusCode(200);

        // Then
        assertThat(seenByPartner(linked)).isEqualTo(before).asString().contains(reference).doesNotContain("Rivera").doesNotContain("adolescence");
        assertThat(seenByPartner(unlinked).toString().replace(reference + "-1", reference + "-2")).isEqualTo(before.toString());
        partner().body(withReference(reference + "-2")).post(REFERRALS).then().statusCode(409).body("code", equalTo("reference-taken"));
    }

    @Test
    void forgetsThePartnersNumberOfAnErasedPersonLater() {
        String reference = UUID.randomUUID().toString();
        String early = aReferral(withReference(reference + "-1"));
        String recent = aReferral(withReference(reference + "-2"));
        for (String referral : List.of(early, recent)) {
            post("clinic-admin", registered(referral), "/erasure-requests", ErasureExamples.ERASE).statusCode(200);
        }
        isUntouchedFor(early, KEPT);
        isUntouchedFor(recent, NEARLY);

        retention.forgetWhenOver();

        assertThat(Database.count("select count(*) from referral as t where t::text like ?", "%" + reference + "-1%")).isZero();
        seenByStaff(recent).body("submission.partnerReference", equalTo(reference + "-2"));
    }

    @Test
    void losesThePersonOfALinkedReferralWithTheirIdentity() {
        String referral = aReferral(ReferralExamples.REFERRAL.replace("\"en-US\"", "\"tlh\""));
        UUID patient = registered(referral);
        step(referral, "unlink", "").statusCode(200);
        step(referral, "link", "{\"patientId\": \"" + patient + "\"}").statusCode(200);

        post("clinic-admin", patient, "/erasure-requests", ErasureExamples.ERASE).statusCode(200);

        assertThat((String) Database.value("select submission::text from referral where id = ?::uuid", referral))
                .doesNotContain("Rivera").doesNotContain("0100").doesNotContain("tlh").doesNotContain("adolescence");
        step(referral, "unlink", "").statusCode(409).body("code", equalTo("patient-erased"));
    }

    @Test
    void isGuardedByTheDatabase() throws SQLException {
        String referral = aReferral(ReferralExamples.REFERRAL);

        try (Connection service = Database.asService(Stack.clinic("harbor")); Statement statement = service.createStatement()) {
            assertThatThrownBy(() -> statement.executeUpdate("update referral set submission = '{}' where id = '" + referral + "'"))
                    .isInstanceOf(SQLException.class).hasMessageContaining("never changed");
        }
    }

    private static RequestSpecification partner() {
        return given().contentType("application/json")
                .header("Authorization", "Bearer " + Tokens.of("partner", "harbor", Map.of("azp", "partner-harbor")));
    }

    private static String aReferral(String body) {
        return partner().body(body).post(REFERRALS).then().statusCode(201).extract().path("id");
    }

    private static String aReferralOf(String family) {
        return aReferral(ReferralExamples.REFERRAL.replace("Rivera", family));
    }

    private static String withReference(String reference) {
        return ReferralExamples.REFERRAL.replace("\"urgency\"", "\"partnerReference\": \"" + reference + "\", \"urgency\"");
    }

    private static ValidatableResponse step(String referral, String step, String body) {
        return as("therapist").body(body).post(REFERRALS + "/" + referral + "/" + step).then();
    }

    private static UUID registered(String referral) {
        return UUID.fromString(step(referral, "register", ReferralExamples.REGISTRATION).statusCode(200).extract().path("clinic.patientId"));
    }

    private static ValidatableResponse seenByStaff(String referral) {
        return as("therapist").get(REFERRALS + "/" + referral).then().statusCode(200);
    }

    /** All but what tells one referral from another. */
    private static Map<String, Object> seenByPartner(String referral) {
        Map<String, Object> body = partner().get(REFERRALS + "/" + referral).then().statusCode(200).extract().path("");
        List.of("id", "receivedAt", "since").forEach(body::remove);
        return body;
    }

    /** As if all steps on it had been taken that much earlier. */
    private static void isUntouchedFor(String referral, Duration time) {
        String moment = ClinicTime.now().minus(time).toString();
        Database.execute("alter table referral disable trigger tr_referral_submission");
        Database.execute("update referral set received_at = ?::timestamptz, standing_since = ?::timestamptz, last_step_at = ?::timestamptz"
                + " where id = ?::uuid", moment, moment, moment, referral);
        Database.execute("alter table referral enable trigger tr_referral_submission");
    }
}
