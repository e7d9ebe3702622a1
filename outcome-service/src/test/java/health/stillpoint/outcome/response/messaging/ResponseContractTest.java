package health.stillpoint.outcome.response.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.outcome.fixtures.ResponseFixtures;
import health.stillpoint.outcome.response.domain.QuestionnaireResponse;
import org.junit.jupiter.api.Test;

class ResponseContractTest {

    @Test
    void tellsAScoredResponseAsTheExampleDoes() {
        ResponseScoredV1 told = ResponseScoredV1.of(ResponseFixtures.aResponderOnTheDayAfter());
        ContractChecks.isGoldenExample(ResponseScoredV1.TYPE, told);
        assertThat(told.changeStatus()).contains("RELIABLE_RECOVERY");
    }

    @Test
    void tellsAnIncompleteResponseWithoutTotalBandAndCase() {
        // Given
        QuestionnaireResponse incomplete = ResponseFixtures.anIncompleteResponse();

        // When
        String told = EventJson.write(ResponseScoredV1.of(incomplete));

        // Then
        ContractChecks.obeysSchema(ResponseScoredV1.TYPE, told);
        assertThat(told).contains("INCOMPLETE").doesNotContain("\"total\"", "\"band\"", "\"case\"", "percentChange", "answers");
    }

    @Test
    void tellsTheChangeFromTheLowestPossibleTotalOn() {
        assertThat(ResponseScoredV1.of(ResponseFixtures.aWorrierHalfWayToTheLowestTotal()).percentChange())
                .isEqualByComparingTo("50");
    }

    @Test
    void tellsARiseOfAScaleWhereHigherIsBetterAsImprovement() {
        assertThat(ResponseScoredV1.of(ResponseFixtures.aRiseInWellBeing()).percentChange())
                .isEqualByComparingTo("50");
    }
}
