package health.stillpoint.patient.candidacy.messaging;

import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.startsWith;

import health.stillpoint.kit.testing.ClinicTime;
import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import java.time.Duration;
import java.time.Instant;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class HighSuicideRiskResourceTest {

    @Test
    void reopensTheCandidacy() {
        UUID patient = Api.anAcceptedPatient();

        raised(patient, "CSSRS_HIGH", ClinicTime.now());

        Eventually.holds(() -> get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items[0].status", equalTo("ENDED")).body("items[0].endReasonCodes", contains("SCR_SUICIDE_HIGH")));
        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data())
                .contains("SCR_SUICIDE_HIGH");
    }

    @Test
    void doesNotReopenWhatWasScreenedAfterItNorWithALowerRisk() {
        UUID patient = Api.anAcceptedPatient();

        raised(patient, "CSSRS_MODERATE", ClinicTime.now());
        UUID alert = raised(patient, "CSSRS_HIGH", ClinicTime.now().minus(Duration.ofDays(1)));
        Eventually.holds(() -> assertThat(
                Database.count("select count(*) from adverse_event_seen where id = ?::uuid", alert.toString())).isOne());

        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items.status", contains("IN_FORCE"));
    }

    @Test
    void permitsNoAcceptanceUntilAScreeningAfterIt() {
        // Given
        UUID patient = Api.aPatientReadyForReview();
        raised(patient, "CSSRS_MODERATE", ClinicTime.now());
        raised(patient, "CSSRS_HIGH", ClinicTime.now());
        Eventually.holds(() -> get("prescriber", patient, "/candidacy").statusCode(200).body("outcome", equalTo("DEFERRED"))
                .body("rules.find { it.code == 'SCR_SUICIDE_HIGH' }.found", startsWith("C-SSRS alert HIGH of ")));

        // When
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("DEFERRED")).body("reasonCodes", hasItem("SCR_SUICIDE_HIGH"));
        Api.screen(patient, ScreeningExamples.HEALTHY);

        // Then
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201)
                .body("outcome", equalTo("ACCEPTED"));
    }

    private static UUID raised(UUID patient, String code, Instant at) {
        UUID alert = UUID.randomUUID();
        Events.fact(HighSuicideRiskV1.TYPE).key(patient)
                .data("{\"patientId\": \"" + patient + "\", \"alertId\": \"" + alert + "\", \"responseId\": \"" + UUID.randomUUID()
                        + "\", \"instrument\": \"CSSRS_SCREEN\", \"code\": \"" + code + "\", \"severity\": \"RED\", \"raisedAt\": \""
                        + at + "\"}")
                .publishTo("outcome.events.v1");
        return alert;
    }
}
