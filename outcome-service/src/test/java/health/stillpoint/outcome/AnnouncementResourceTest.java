package health.stillpoint.outcome;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.net.URL;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reader that lost its picture gets it back. */
@ServiceTest
class AnnouncementResourceTest {

    private final OutcomeSteps steps = OutcomeSteps.inHarbor();

    @TestHTTPResource(value = "/re-announce", management = true)
    URL reAnnounce;

    @Test
    void tellsCompletedBaselinesAndOpenAlertsOnceMore() {
        // Given
        OutcomeSteps.Baseline baseline = steps.patientWithOpenBaseline("SOCIAL_ANXIETY");
        steps.answerSocialAnxietyBaseline(baseline.assessment());
        steps.answer(baseline.assessment(), "PHQ9", List.of(0, 0, 0, 0, 0, 0, 0, 0, 3)).statusCode(201);
        Eventually.holds(() -> {
            assertThat(told(baseline.patient(), "outcome.baseline-completed.v1")).hasSize(1);
            assertThat(told(baseline.patient(), "outcome.safety-alert-raised.v1")).hasSize(1);
        });

        // When
        RestAssured.given().post(reAnnounce).then().statusCode(200);

        // Then
        Eventually.holds(() -> {
            assertThat(told(baseline.patient(), "outcome.baseline-completed.v1"))
                    .hasSize(2)
                    .extracting(Events.Published::data)
                    .containsOnly(told(baseline.patient(), "outcome.baseline-completed.v1").getFirst().data());
            assertThat(told(baseline.patient(), "outcome.safety-alert-raised.v1")).hasSize(2);
        });
    }

    private static List<Events.Published> told(UUID patient, String type) {
        return Events.on(OutcomeSteps.OWN_FACTS).stream()
                .filter(fact -> fact.type().equals(type) && patient.toString().equals(fact.key()))
                .toList();
    }
}
