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

    @ParameterizedTest(name = "{0}/{1}, heart {2}, SpO2 {3}, RR {4} raises {5} {6}")
    @CsvSource({"49, 30, , , , RED, SYSTOLIC_LOW INVALID_READING", "50, 30, , , , RED, SYSTOLIC_LOW",
            "280, 90, , , , RED, SYSTOLIC_HIGH", "281, 90, , , , RED, SYSTOLIC_HIGH INVALID_READING", "290, 150, , , , RED, SYSTOLIC_HIGH DIASTOLIC_HIGH INVALID_READING",
            "120, 20, , , , GREEN, ''", "120, 19, , , , AMBER, INVALID_READING",
            "280, 180, , , , RED, SYSTOLIC_HIGH DIASTOLIC_HIGH", "280, 181, , , , RED, SYSTOLIC_HIGH DIASTOLIC_HIGH INVALID_READING",
            "78, 122, , , , RED, DIASTOLIC_HIGH SYSTOLIC_LOW INVALID_READING", "110, 110, , , , ORANGE, DIASTOLIC_HIGH INVALID_READING",
            "98, 97, , , , GREEN, ''", "98, 98, , , , AMBER, INVALID_READING", "0, 0, , , , RED, SYSTOLIC_LOW INVALID_READING",
            ", , 20, , , RED, HEART_RATE_LOW", ", , 19, , , RED, HEART_RATE_LOW INVALID_READING", ", , 0, , , RED, HEART_RATE_LOW INVALID_READING",
            ", , 250, , , RED, HEART_RATE_HIGH", ", , 251, , , RED, HEART_RATE_HIGH INVALID_READING", ", , 255, , , RED, HEART_RATE_HIGH INVALID_READING",
            ", , , 50, , RED, OXYGEN_LOW", ", , , 49, , RED, OXYGEN_LOW INVALID_READING", ", , , 40, , RED, OXYGEN_LOW INVALID_READING",
            ", , , 100, , GREEN, ''", ", , , 101, , AMBER, INVALID_READING",
            ", , , , 60, RED, RESPIRATION_HIGH", ", , , , 61, RED, RESPIRATION_HIGH INVALID_READING", ", , , , 0, RED, RESPIRATION_LOW"})
    void judgesWhatNoInstrumentCanShowAndAsksForItAgain(Integer systolic, Integer diastolic, Integer heart, Integer oxygen, Integer respiration,
            String severity, String codes) {
        VitalSigns reading = new VitalSigns(DOSE, systolic, diastolic, heart, oxygen, respiration, null, null, null, null, null, Set.of());

        List<AlertFinding> findings = POLICY.findings(reading, AlertContext.NOTHING_KNOWN);

        assertThat(AlertPolicy.highest(findings).map(Enum::name).orElse("GREEN")).isEqualTo(severity);
        assertThat(findings.stream().map(finding -> finding.code().name()).collect(Collectors.joining(" "))).isEqualTo(codes);
    }

    @Test
    void judgesTheGoodValuesOfASetWithAnOddOne() {
        VitalSigns reading = new VitalSigns(DOSE, null, null, 0, 70, null, 0, null, null, null, 9, Set.of());

        assertThat(POLICY.findings(reading, AlertContext.NOTHING_KNOWN)).containsExactlyInAnyOrder(
                new AlertFinding(AlertCode.HEART_RATE_LOW, Severity.RED), new AlertFinding(AlertCode.OXYGEN_LOW, Severity.RED),
                new AlertFinding(AlertCode.SEDATION, Severity.RED), new AlertFinding(AlertCode.ANXIETY, Severity.ORANGE),
                new AlertFinding(AlertCode.INVALID_READING, Severity.AMBER));
    }

    private static VitalSigns systolic(int value) {
        return new VitalSigns(DOSE, value, null, null, null, null, null, null, null, null, null, Set.of());
    }
}
