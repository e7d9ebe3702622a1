package health.stillpoint.session.alert.domain;

import static health.stillpoint.session.fixtures.Cases.decimal;
import static health.stillpoint.session.fixtures.Cases.number;
import static health.stillpoint.session.fixtures.Cases.text;
import static health.stillpoint.session.fixtures.Cases.texts;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.session.fixtures.Cases;
import health.stillpoint.session.vitals.domain.Symptom;
import health.stillpoint.session.vitals.domain.VitalSigns;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class AlertPolicyTest {

    private static final Instant DOSE = Instant.parse("2026-03-09T09:00:00Z");
    private static final AlertPolicy POLICY = new AlertPolicy(Map.of());

    @TestFactory
    Stream<DynamicTest> raisesAtThePublishedThresholds() {
        return Cases.of("alert-thresholds", AlertPolicyTest::check);
    }

    private static void check(Cases.Case one) {
        JsonNode given = one.given();
        JsonNode when = one.when();
        Instant measured = DOSE.plus(Duration.ofMinutes(when.path("minute").asInt(30)));
        Integer tenSince = number(given, "sudsTenSinceMinute");
        AlertContext context = new AlertContext(decimal(given, "preDoseSystolic"), decimal(given, "preDoseDiastolic"),
                number(given, "preDoseHeartRate"), DOSE, given.path("vomitingBefore").asInt(0),
                tenSince == null ? null : DOSE.plus(Duration.ofMinutes(tenSince)));
        VitalSigns reading = new VitalSigns(measured, number(when, "systolic"), number(when, "diastolic"), number(when, "heartRate"),
                number(when, "oxygen"), number(when, "respiration"), number(when, "moaas"), number(when, "rass"), number(when, "cadss"), null,
                number(when, "suds"), texts(when, "symptoms").stream().map(Symptom::valueOf).collect(Collectors.toSet()));

        List<AlertFinding> findings = POLICY.findings(reading, context);

        assertThat(AlertPolicy.highest(findings).map(Enum::name).orElse("GREEN")).isEqualTo(text(one.then(), "severity", "GREEN"));
        if (one.then().has("codes")) {
            assertThat(findings).extracting(finding -> finding.code().name()).containsExactlyInAnyOrderElementsOf(texts(one.then(), "codes"));
        }
    }

    @Test
    void takesAClinicsOwnLimit() {
        AlertPolicy stricter = new AlertPolicy(Map.of(AlertLimit.SYSTOLIC_ORANGE, 170));

        assertThat(stricter.findings(systolic(175), AlertContext.NOTHING_KNOWN)).containsExactly(new AlertFinding(AlertCode.SYSTOLIC_HIGH, Severity.ORANGE));
    }

    @ParameterizedTest(name = "an alert {0} open for {1} s after {2} escalations goes on: {3}")
    @CsvSource({"RED, 119, 0, false", "RED, 120, 0, true", "RED, 239, 1, false", "RED, 240, 1, true", "RED, 9999, 2, false",
            "ORANGE, 299, 0, false", "ORANGE, 300, 0, true", "AMBER, 899, 0, false", "AMBER, 900, 0, true"})
    void goesToTheNextRoleWhenNobodyAcknowledges(Severity severity, int seconds, int level, boolean expected) {
        VitalAlert alert = VitalAlert.raise(UUID.randomUUID(), UUID.randomUUID(), UUID.randomUUID(), severity, Set.of(AlertCode.SYSTOLIC_HIGH), DOSE, DOSE);
        for (int i = 0; i < level; i++) {
            alert = alert.escalate(DOSE);
        }
        Instant now = DOSE.plusSeconds(seconds);

        assertThat(alert.escalatesAt(now)).isEqualTo(expected);
        assertThat(alert.acknowledge(UUID.randomUUID(), "seen", DOSE).escalatesAt(now)).isFalse();
    }

    private static VitalSigns systolic(int value) {
        return new VitalSigns(DOSE, value, null, null, null, null, null, null, null, null, null, Set.of());
    }
}
