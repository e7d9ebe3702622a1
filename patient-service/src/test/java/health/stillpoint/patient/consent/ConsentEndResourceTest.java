package health.stillpoint.patient.consent;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.erasure.api.ErasureExamples;
import health.stillpoint.patient.fixtures.Api;
import jakarta.inject.Inject;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class ConsentEndResourceTest {

    @Inject
    Consents consents;

    @Test
    void endsWhenItsTimeIsOver() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        afterTheFact("update consent set expires_at = signed_at + interval '1 millisecond' where id = ?::uuid", consent);

        consents.endExpired();

        get("therapist", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("EXPIRED"));
        assertThat(Events.await("patient.events.v1", "patient.consent-withdrawn.v1", patient).data()).contains("EXPIRED");
    }

    @Test
    void endsWhenItsTextIsNoLongerOneThatHolds() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        afterTheFact("update consent set template_version = '2019-01' where id = ?::uuid", consent);

        consents.endOnChangedText();

        get("therapist", patient, "/consents/" + consent).statusCode(200).body("lapseReasons", contains("TEXT_CHANGED"));
    }

    @Test
    void endsWithItsRecordAlsoWhenItsTimeWasOverBefore() {
        // Given
        UUID merged = anExpiredConsentNobodyEnded();
        UUID survivor = Api.aRegisteredPatient();
        UUID erased = anExpiredConsentNobodyEnded();

        // When
        as("clinic-admin").header("If-Match", "*").body("{\"duplicateId\": \"" + merged + "\", \"reason\": \"same person\"}")
                .post(PATIENTS + "/" + survivor + "/merge").then().statusCode(200);
        post("clinic-admin", erased, "/erasure-requests", ErasureExamples.ERASE).statusCode(200);

        // Then
        get("therapist", survivor, "/consents").statusCode(200).body("items.status", contains("EXPIRED"));
        assertThat(Database.count("select count(*) from consent where patient_id in (?::uuid, ?::uuid) and status = 'GIVEN'",
                merged.toString(), erased.toString())).isZero();
        assertThat(Events.await("patient.events.v1", event -> event.data().contains(merged.toString())
                && event.data().contains("\"EXPIRED\"")).type()).isEqualTo("patient.consent-withdrawn.v1");
    }

    @Test
    void endsAlthoughAnotherOneStandsInARecordThatHasEnded() {
        // Given
        UUID survivor = Api.aRegisteredPatient();
        UUID merged = anExpiredConsentNobodyEnded();
        Database.execute("update patient set merged_into = ?::uuid, merged_at = now() where id = ?::uuid", survivor.toString(),
                merged.toString());
        UUID erased = anExpiredConsentNobodyEnded();
        Database.execute("update patient set erased_at = now() where id = ?::uuid", erased.toString());
        UUID patient = anExpiredConsentNobodyEnded();

        // When
        consents.endExpired();

        // Then
        get("therapist", patient, "/consents").statusCode(200).body("items.lapseReasons[0]", contains("EXPIRED"));
    }

    @Test
    void endsAlthoughTheOneBeforeCannotBeRead() {
        // Given
        UUID poisoned = anExpiredConsentNobodyEnded();
        UUID next = anExpiredConsentNobodyEnded();
        String signer = (String) Database.value("select signer::text from consent where patient_id = ?::uuid", poisoned.toString());
        changeSigner(poisoned, "\"poison\"");

        try {
            // When
            consents.endExpired();

            // Then
            assertThat(statusOf(next)).isEqualTo("LAPSED");
            assertThat(statusOf(poisoned)).isEqualTo("GIVEN");
        } finally {
            changeSigner(poisoned, signer);
        }
        consents.endExpired();
        assertThat(statusOf(poisoned)).isEqualTo("LAPSED");
    }

    private static void changeSigner(UUID patient, String signer) {
        Database.execute("alter table consent disable trigger tr_consent_fixed");
        Database.execute("update consent set signer = ?::jsonb where patient_id = ?::uuid", signer, patient.toString());
        Database.execute("alter table consent enable trigger tr_consent_fixed");
    }

    private static Object statusOf(UUID patient) {
        return Database.value("select status from consent where patient_id = ?::uuid", patient.toString());
    }

    /** Of a person whose programme was stopped meanwhile; as if that had not ended it. */
    private static UUID anExpiredConsentNobodyEnded() {
        UUID patient = Api.anAcceptedPatient();
        UUID consent = Api.consent(patient);
        post("prescriber", patient, "/programme/stop", "{\"reason\": \"PATIENT_WISH\"}").statusCode(200);
        afterTheFact("""
                update consent set status = 'GIVEN', ended_at = null, lapse_reasons = null,
                    expires_at = signed_at + interval '1 millisecond' where id = ?::uuid""", consent);
        return patient;
    }

    /** What was signed is guarded by a trigger; only a superuser can make an old consent of a new one. */
    private static void afterTheFact(String change, UUID consent) {
        Database.execute("alter table consent disable trigger tr_consent_fixed");
        Database.execute(change, consent.toString());
        Database.execute("alter table consent enable trigger tr_consent_fixed");
    }
}
