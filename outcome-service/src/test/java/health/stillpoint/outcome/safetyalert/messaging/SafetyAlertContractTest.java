package health.stillpoint.outcome.safetyalert.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.outbox.EventJson;
import health.stillpoint.kit.testing.ContractChecks;
import health.stillpoint.outcome.fixtures.AlertFixtures;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SafetyAlertContractTest {

    @Test
    void tellsARaisedAlertAsTheExampleDoes() {
        SafetyAlertRaisedV1 told = SafetyAlertRaisedV1.of(AlertFixtures.suicidalIdeation());
        ContractChecks.isGoldenExample(SafetyAlertRaisedV1.TYPE, told);
        assertThat(told.severity()).isEqualTo("ORANGE");
    }

    @Test
    void tellsAResolvedAlertWithoutTheCliniciansWords() {
        // Given
        SafetyAlert alert = AlertFixtures.suicidalIdeation();
        Instant at = Instant.parse("2026-03-02T12:00:00Z");
        alert.resolve("somebody", true, "CANARY-words", at);

        // When
        SafetyAlertResolvedV1 told = SafetyAlertResolvedV1.of(alert, at);

        // Then
        ContractChecks.isGoldenExample(SafetyAlertResolvedV1.TYPE, told);
        assertThat(EventJson.write(told)).doesNotContain("CANARY", "somebody");
    }

    @Test
    void tellsOfAnAnswerThatDidNotComeWithoutAResponse() {
        String told = EventJson.write(SafetyAlertRaisedV1.of(AlertFixtures.missedScreener()));
        ContractChecks.obeysSchema(SafetyAlertRaisedV1.TYPE, told);
        assertThat(told).doesNotContain("responseId");
    }
}
