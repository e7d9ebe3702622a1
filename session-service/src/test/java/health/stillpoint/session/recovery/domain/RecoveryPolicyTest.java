package health.stillpoint.session.recovery.domain;

import static health.stillpoint.session.fixtures.Cases.decimal;
import static health.stillpoint.session.fixtures.Cases.flag;
import static health.stillpoint.session.fixtures.Cases.number;
import static health.stillpoint.session.fixtures.Cases.texts;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.fixtures.Cases;
import health.stillpoint.session.session.domain.Escort;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Nested;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RecoveryPolicyTest {

    private static final Instant DOSE = Instant.parse("2026-03-09T09:00:00Z");
    private static final Instant ASSESSED = DOSE.plus(Duration.ofMinutes(125));

    @TestFactory
    Stream<DynamicTest> asksEveryCriterion() {
        return Cases.of("recovery", RecoveryPolicyTest::check);
    }

    private static void check(Cases.Case one) {
        JsonNode when = one.when();
        Integer earlierMinutes = when.has("earlierMinutesBefore") ? number(when, "earlierMinutesBefore") : Integer.valueOf(30);
        RecoveryBaseline baseline = new RecoveryBaseline(or(decimal(one.given(), "preDoseSystolic"), "120"), number(one.given(), "preDoseSuds"),
                earlierMinutes == null ? null : ASSESSED.minus(Duration.ofMinutes(earlierMinutes)), or(number(when, "earlierSystolic"), 124),
                or(number(when, "earlierDiastolic"), 78));

        List<RecoveryCriterion> unmet = RecoveryPolicy.unmet(findings(when), baseline);

        assertThat(unmet).extracting(Enum::name).containsExactlyElementsOf(texts(one.then(), "unmet"));
    }

    /** Recovered, but for what the case changes. */
    private static RecoveryFindings findings(JsonNode when) {
        return new RecoveryFindings(ASSESSED, aldrete(when), when.has("rass") ? null : Integer.valueOf(or(number(when, "moaas"), 5)), number(when, "rass"),
                flag(when, "oriented", true), number(when, "cadss"), when.has("cadss") ? null : Integer.valueOf(or(number(when, "cadss6"), 0)),
                or(number(when, "systolic"), 124), or(number(when, "diastolic"), 78), or(number(when, "heartRate"), 74),
                or(number(when, "oxygen"), 98), or(number(when, "nausea"), 0), flag(when, "fluid", true), flag(when, "walks", true),
                or(number(when, "suds"), 2), flag(when, "ideation", false), or(number(when, "grade"), 0));
    }

    private static Aldrete aldrete(JsonNode when) {
        if (!when.has("aldrete")) {
            return new Aldrete(2, 2, 2, 2, 2);
        }
        JsonNode parts = when.get("aldrete");
        return new Aldrete(parts.get(0).asInt(), parts.get(1).asInt(), parts.get(2).asInt(), parts.get(3).asInt(), parts.get(4).asInt());
    }

    private static int or(Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static BigDecimal or(BigDecimal value, String otherwise) {
        return value == null ? new BigDecimal(otherwise) : value;
    }

    @ParameterizedTest(name = "CADSS {0} at minute {1}: persists = {2}")
    @CsvSource({"5, 240, true", "5, 239, false", "4, 240, false", "4, 300, false"})
    void seesDissociationThatOutlastsTheFourthHour(int cadss, int minute, boolean persists) {
        RecoveryFindings found = new RecoveryFindings(DOSE.plus(Duration.ofMinutes(minute)), new Aldrete(2, 2, 2, 2, 2), 5, null, true, cadss, null,
                124, 78, 74, 98, 0, true, true, 2, false, 0);

        assertThat(RecoveryPolicy.dissociationPersists(found, DOSE)).isEqualTo(persists);
    }

    @Test
    void takesNoAldreteComponentOutsideItsRange() {
        assertThatThrownBy(() -> new Aldrete(3, 2, 2, 2, 2)).isInstanceOf(IllegalArgumentException.class);
        assertThatThrownBy(() -> new Aldrete(2, 2, -1, 2, 2)).isInstanceOf(IllegalArgumentException.class);
    }

    @ParameterizedTest(name = "{0} given over {1} min ends its observation at minute {2}")
    @CsvSource({"SL, 12, 120", "IM, 0, 120", "IM, 1, 121", "SC, 0, 120", "IN, 0, 120", "IV, 40, 100", "IV, 41, 101", "IV, 30, 100"})
    void observesForAtLeastTheMinimum(Route route, int minutes, int until) {
        assertThat(MinimumObservation.endsAt(route, DOSE, DOSE.plus(Duration.ofMinutes(minutes)))).isEqualTo(DOSE.plus(Duration.ofMinutes(until)));
    }

    @Nested
    class Discharging {

        private static final Escort ESCORT = new Escort("Jo", "sister", "555");

        @Test
        void letsThePatientGoWhenEverythingIsMet() {
            assertThat(DischargePolicy.unmet(facts(120, 120, ESCORT, true, true, 1440, true, false, true))).isEmpty();
        }

        @Test
        void namesEverythingThatIsMissing() {
            assertThat(DischargePolicy.unmet(facts(119, null, new Escort("Jo", " ", "555"), false, false, null, false, true, false)))
                    .containsExactly(DischargeCriterion.values());
        }

        @ParameterizedTest(name = "next contact {0} min after discharge is accepted: {1}")
        @CsvSource({"0, false", "1, true", "1440, true", "1441, false"})
        void wantsTheNextContactWithinADay(int minutes, boolean accepted) {
            List<DischargeCriterion> unmet = DischargePolicy.unmet(facts(120, 120, ESCORT, true, true, minutes, true, false, true));

            assertThat(unmet).isEqualTo(accepted ? List.of() : List.of(DischargeCriterion.NEXT_CONTACT));
        }

        @ParameterizedTest(name = "{0} minutes after the dose: {1}")
        @CsvSource({"119, false", "120, true"})
        void keepsThePatientForTheMinimum(int minute, boolean accepted) {
            List<DischargeCriterion> unmet = DischargePolicy.unmet(facts(minute, minute, ESCORT, true, true, 600, true, false, true));

            assertThat(unmet).isEqualTo(accepted ? List.of() : List.of(DischargeCriterion.MINIMUM_OBSERVATION));
        }

        @ParameterizedTest(name = "recovered {0} minutes after the dose, leaves at 130: {1}")
        @CsvSource({"130, true", "131, false"})
        void letsNobodyLeaveBeforeRecovery(int recoveredAt, boolean accepted) {
            List<DischargeCriterion> unmet = DischargePolicy.unmet(facts(130, recoveredAt, ESCORT, true, true, 600, true, false, true));

            assertThat(unmet).isEqualTo(accepted ? List.of() : List.of(DischargeCriterion.NOT_RECOVERED));
        }

        @ParameterizedTest(name = "ORANGE or RED alert open {0}, monitoring accounted for {1}: {2}")
        @CsvSource({"false, true, ''", "true, true, ALERT_UNACKNOWLEDGED", "false, false, MONITORING_INCOMPLETE"})
        void wantsEveryAlertAndEveryGapAnswered(boolean alertOpen, boolean accountedFor, String expected) {
            DischargeFacts facts = new DischargeFacts(Route.IM, DOSE, DOSE, DOSE, ESCORT, true, true, DOSE.plus(Duration.ofHours(3)), true,
                    alertOpen, accountedFor, true, DOSE.plus(Duration.ofHours(2)));

            assertThat(DischargePolicy.unmet(facts)).extracting(Enum::name)
                    .isEqualTo(expected.isEmpty() ? List.of() : List.of(expected));
        }

        private static DischargeFacts facts(int leavesAt, Integer recoveredAt, Escort escort, boolean written, boolean spoken, Integer contactAfter,
                boolean number, boolean alertOpen, boolean balanced) {
            Instant leaving = DOSE.plus(Duration.ofMinutes(leavesAt));
            return new DischargeFacts(Route.IM, DOSE, DOSE, recoveredAt == null ? null : DOSE.plus(Duration.ofMinutes(recoveredAt)), escort, written, spoken,
                    contactAfter == null ? null : leaving.plus(Duration.ofMinutes(contactAfter)), number, alertOpen, !alertOpen, balanced, leaving);
        }
    }
}
