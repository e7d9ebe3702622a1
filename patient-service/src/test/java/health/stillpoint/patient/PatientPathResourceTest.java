package health.stillpoint.patient;

import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.notNullValue;

import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.fixtures.Api;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** From registration to consent, with the examples of the API document, and the facts that go out. */
@ServiceTest
class PatientPathResourceTest {

    @Test
    void takesAPersonFromRegistrationToConsentAndTellsTheOtherServices() {
        // Given
        UUID patient = Api.aPatientReadyForReview();
        assertThat(programmeState(patient)).isEqualTo("CANDIDACY_REVIEW");
        get("therapist", patient, "/treatment-resistance").statusCode(200)
                .body("stage", equalTo(2)).body("rows.failed", contains(true, true));
        get("prescriber", patient, "/candidacy").statusCode(200)
                .body("outcome", equalTo("ACCEPTED")).body("missing", empty());

        // When
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED"))
                .body("reasonCodes", hasItem("FAV_TREATMENT_RESISTANT"))
                .body("expiresAt", notNullValue());
        UUID consent = Api.consent(patient);

        // Then
        get("therapist", patient, "/consents/" + consent).statusCode(200).body("status", equalTo("ACTIVE"));
        assertThat(programmeState(patient)).isEqualTo("PREPARATION");
        Eventually.holds(() -> assertThat(typesAbout(patient)).containsSubsequence(
                "patient.registered.v1",
                "patient.intake-signed.v1",
                "patient.candidacy-decided.v1",
                "patient.consent-granted.v1"));
    }

    private static List<String> typesAbout(UUID patient) {
        return Events.on("patient.events.v1").stream()
                .filter(fact -> patient.toString().equals(fact.key()))
                .map(Events.Published::type)
                .toList();
    }
}
