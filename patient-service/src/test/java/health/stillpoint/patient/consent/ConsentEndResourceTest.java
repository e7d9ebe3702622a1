package health.stillpoint.patient.consent;

import static health.stillpoint.patient.fixtures.Api.get;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
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

    /** What was signed is guarded by a trigger; only a superuser can make an old consent of a new one. */
    private static void afterTheFact(String change, UUID consent) {
        Database.execute("alter table consent disable trigger tr_consent_fixed");
        Database.execute(change, consent.toString());
        Database.execute("alter table consent enable trigger tr_consent_fixed");
    }
}
