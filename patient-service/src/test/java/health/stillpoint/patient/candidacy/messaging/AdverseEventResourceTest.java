package health.stillpoint.patient.candidacy.messaging;

import static health.stillpoint.patient.fixtures.Api.get;
import static health.stillpoint.patient.fixtures.Api.post;
import static health.stillpoint.patient.fixtures.Api.programmeState;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;

import health.stillpoint.kit.testing.Database;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.candidacy.api.CandidacyExamples;
import health.stillpoint.patient.fixtures.Api;
import health.stillpoint.patient.screening.api.ScreeningExamples;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class AdverseEventResourceTest {

    @Test
    void reopensTheCandidacyWhenItIsSerious() {
        UUID patient = Api.anAcceptedPatient();

        reported(patient, UUID.randomUUID(), true);

        assertThat(Events.await("patient.events.v1", "patient.candidacy-expired.v1", patient).data())
                .contains("SERIOUS_ADVERSE_EVENT");
        get("prescriber", patient, "/candidacy-decisions").statusCode(200).body("items[0].status", equalTo("ENDED"))
                .body("items[0].endReasonCodes", contains("SERIOUS_ADVERSE_EVENT"));
        assertThat(programmeState(patient)).isEqualTo("SCREENING");
    }

    @Test
    void doesNotReopenADecisionTakenAfterItAgain() {
        // Given
        UUID patient = Api.anAcceptedPatient();
        UUID adverseEvent = UUID.randomUUID();
        reported(patient, adverseEvent, true);
        Eventually.holds(() -> assertThat(seen(adverseEvent)).isOne());
        Api.screen(patient, ScreeningExamples.HEALTHY);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201);

        // When: the same event is told once more, then another that is not serious, then one that is
        reported(patient, adverseEvent, true);
        reported(patient, UUID.randomUUID(), false);
        post("prescriber", patient, "/candidacy-decisions", CandidacyExamples.DECISION).statusCode(201);
        UUID last = UUID.randomUUID();
        reported(patient, last, true);
        Eventually.holds(() -> assertThat(seen(last)).isOne());

        // Then
        get("prescriber", patient, "/candidacy-decisions").statusCode(200)
                .body("items.endReasonCodes", contains(contains("SERIOUS_ADVERSE_EVENT"), contains("REPLACED"),
                        contains("SERIOUS_ADVERSE_EVENT")));
    }

    @Test
    void isTheSameEventUnderARecordThatWasMergedSince() {
        // Given
        UUID merged = Api.aRegisteredPatient();
        UUID survivor = Api.anAcceptedPatient();
        UUID adverseEvent = UUID.randomUUID();
        reported(merged, adverseEvent, true);
        Eventually.holds(() -> assertThat(seen(adverseEvent)).isOne());
        Api.as("clinic-admin").header("If-Match", "*").body("{\"duplicateId\": \"" + merged + "\", \"reason\": \"same person\"}")
                .post(Api.PATIENTS + "/" + survivor + "/merge").then().statusCode(200);

        // When
        reported(merged, adverseEvent, true);
        UUID next = UUID.randomUUID();
        reported(merged, next, true);

        // Then
        Eventually.holds(() -> assertThat(seen(next)).isOne());
        assertThat(Database.count("select count(*) from dead_letter where key = ?", merged.toString())).isZero();
    }

    private static void reported(UUID patient, UUID adverseEvent, boolean serious) {
        Events.fact(AdverseEventReportedV1.TYPE).key(patient)
                .data("{\"patientId\": \"" + patient + "\", \"adverseEventId\": \"" + adverseEvent + "\", \"serious\": " + serious + "}")
                .publishTo("session.events.v1");
    }

    private static long seen(UUID adverseEvent) {
        return Database.count("select count(*) from adverse_event_seen where id = ?::uuid", adverseEvent.toString());
    }
}
