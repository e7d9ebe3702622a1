package health.stillpoint.outcome.safetyalert.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowableOfType;

import health.stillpoint.outcome.fixtures.AlertFixtures;
import health.stillpoint.outcome.instrument.domain.AlertSeverity;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class SafetyAlertTest {

    private static final EscalationPolicy POLICY =
            new EscalationPolicy(Duration.ofHours(24), Duration.ofHours(4), Duration.ofMinutes(2));
    private static final Instant LATER = AlertFixtures.RAISED.plusSeconds(60);

    @Test
    void isAcknowledgedOnceAndThenResolved() {
        // Given
        SafetyAlert alert = AlertFixtures.suicidalIdeation();

        // When
        alert.acknowledge("monitor", LATER);

        // Then
        assertThat(alert.state()).isEqualTo(new AlertState.Acknowledged("monitor", LATER));
        assertThat(catchThrowableOfType(
                        AlertRefusal.StepNotAllowed.class, () -> alert.acknowledge("other", LATER))
                .state()).isEqualTo("ACKNOWLEDGED");
        alert.resolve("prescriber", true, "seen", LATER);
        assertThat(alert.state()).isInstanceOf(AlertState.Resolved.class);
    }

    @Test
    void staysResolved() {
        // Given
        SafetyAlert alert = AlertFixtures.suicidalIdeation();
        alert.resolve("prescriber", true, "seen", LATER);

        // Then
        assertThat(catchThrowableOfType(AlertRefusal.StepNotAllowed.class, () -> alert.acknowledge("x", LATER)))
                .isNotNull();
        assertThat(catchThrowableOfType(
                        AlertRefusal.StepNotAllowed.class, () -> alert.resolve("x", true, "again", LATER)))
                .isNotNull();
    }

    @ParameterizedTest(name = "{0} by somebody who is a prescriber: {1} -> resolved {2}")
    @CsvSource({
        "AMBER, false, true", "AMBER, true, true", "ORANGE, false, false", "ORANGE, true, true", "RED, false, false",
        "RED, true, true"
    })
    void needsAPrescriberAboveAmber(AlertSeverity severity, boolean prescriber, boolean resolved) {
        // Given
        SafetyAlert alert = AlertFixtures.unheard(severity);

        // When
        var refusal = catchThrowableOfType(
                AlertRefusal.PrescriberOnly.class, () -> alert.resolve("somebody", prescriber, "seen", LATER));

        // Then
        assertThat(refusal == null).isEqualTo(resolved);
        assertThat(alert.state() instanceof AlertState.Resolved).isEqualTo(resolved);
    }

    @ParameterizedTest(name = "{0} unheard for {1}: escalated {2}")
    @CsvSource({
        "RED, PT1M59S, false", "RED, PT2M, true", "ORANGE, PT3H59M, false", "ORANGE, PT4H, true",
        "AMBER, PT23H59M, false", "AMBER, PT24H, true"
    })
    void isPassedOnWhenNobodyTakesItInTime(AlertSeverity severity, Duration since, boolean escalated) {
        // Given
        SafetyAlert alert = AlertFixtures.unheard(severity);
        Instant now = AlertFixtures.RAISED.plus(since);

        // Then
        assertThat(alert.escalateIfUnheard(POLICY.allowedFor(severity), now)).isEqualTo(escalated);
        assertThat(alert.escalatedAt()).isEqualTo(escalated ? Optional.of(now) : Optional.empty());
        assertThat(alert.escalateIfUnheard(POLICY.allowedFor(severity), now)).isFalse();
    }

    @Test
    void staysPassedOnWhenSomebodyTakesIt() {
        // Given
        SafetyAlert alert = AlertFixtures.unheard(AlertSeverity.RED);
        alert.escalateIfUnheard(POLICY.shortest(), LATER.plus(Duration.ofDays(1)));

        // When
        alert.acknowledge("monitor", LATER.plus(Duration.ofDays(1)));

        // Then
        assertThat(alert.escalatedAt()).contains(LATER.plus(Duration.ofDays(1)));
    }

    @Test
    void isNotPassedOnOnceTaken() {
        // Given
        SafetyAlert alert = AlertFixtures.unheard(AlertSeverity.RED);
        alert.acknowledge("monitor", LATER);

        // Then
        assertThat(alert.escalateIfUnheard(POLICY.shortest(), LATER.plus(Duration.ofDays(1)))).isFalse();
    }
}
