package health.stillpoint.outcome.safetyalert.persistence;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.outcome.fixtures.AlertFixtures;
import health.stillpoint.outcome.instrument.domain.AlertSeverity;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import java.time.Duration;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class SafetyAlertEntityTest {

    private static final Instant LATER = AlertFixtures.RAISED.plusSeconds(300);

    @Test
    void givesBackEveryStateOfAnAlert() {
        SafetyAlert alert = AlertFixtures.unheard(AlertSeverity.RED);
        SafetyAlertEntity row = SafetyAlertEntity.of(alert);
        isTheSame(row.toDomain(), alert);

        alert.escalateIfUnheard(Duration.ofMinutes(2), LATER);
        row.copyFrom(alert);
        isTheSame(row.toDomain(), alert);

        alert.acknowledge("monitor", LATER);
        row.copyFrom(alert);
        isTheSame(row.toDomain(), alert);

        alert.resolve("prescriber", true, "seen", LATER);
        row.copyFrom(alert);
        isTheSame(row.toDomain(), alert);
    }

    @Test
    void keepsTheEarlierStepsOnTheRow() {
        // Given
        SafetyAlert alert = AlertFixtures.missedScreener();
        SafetyAlertEntity row = SafetyAlertEntity.of(alert);
        alert.acknowledge("monitor", LATER);
        row.copyFrom(alert);

        // When
        alert.resolve("therapist", false, "answered by telephone", LATER.plusSeconds(60));
        row.copyFrom(alert);

        // Then
        assertThat(row.acknowledgedBy).isEqualTo("monitor");
        assertThat(row.resolvedBy).isEqualTo("therapist");
        assertThat(row.responseId).isNull();
    }

    private static void isTheSame(SafetyAlert found, SafetyAlert expected) {
        assertThat(found).usingRecursiveComparison().isEqualTo(expected);
    }
}
