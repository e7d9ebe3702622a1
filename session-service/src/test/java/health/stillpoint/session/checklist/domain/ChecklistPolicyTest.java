package health.stillpoint.session.checklist.domain;

import static health.stillpoint.session.fixtures.Cases.decimal;
import static health.stillpoint.session.fixtures.Cases.flag;
import static health.stillpoint.session.fixtures.Cases.number;
import static health.stillpoint.session.fixtures.Cases.text;
import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.session.careteam.domain.CareTeam;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.Benzodiazepine;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.BloodPressure;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.BloodPressures;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.CssrsRisk;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.DoubleCheck;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.Equipment;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.MedicationChange;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.PregnancyTest;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.Staff;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.Substance;
import health.stillpoint.session.checklist.domain.PreDoseAnswers.UrinarySymptoms;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.fixtures.Cases;
import health.stillpoint.session.hold.domain.HoldCode;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ChecklistPolicyTest {

    private static final Instant NOW = Instant.parse("2026-03-09T09:00:00Z");
    private static final ChecklistPolicy POLICY = new ChecklistPolicy(Map.of());

    @TestFactory
    Stream<DynamicTest> judgesEachRowAsTheDocumentDoes() {
        return Cases.of("pre-dose-checklist", ChecklistPolicyTest::check);
    }

    private static void check(Cases.Case one) {
        Route route = Route.valueOf(text(one.given(), "route", "IM"));
        KnownFacts known = new KnownFacts(route, flag(one.given(), "consentCurrent", true), flag(one.given(), "previousIntegrated", true),
                one.given().path("openHolds").asInt(0), flag(one.given(), "firstDose", false),
                flag(one.given(), "bornMale", true), Duration.ofDays(route == Route.SL ? 90 : 30), CareTeam.unknown(UUID.randomUUID()), NOW);

        List<ChecklistRow> rows = POLICY.judge(answers(one.when()), known);

        ChecklistItem item = ChecklistItem.valueOf(one.then().get("item").asText());
        ChecklistResult expected = ChecklistResult.valueOf(one.then().get("result").asText());
        assertThat(rows).filteredOn(row -> row.item() == item).singleElement().extracting(ChecklistRow::result).isEqualTo(expected);
        assertThat(rows).filteredOn(row -> row.item() != item).allMatch(row -> row.result() == ChecklistResult.GO);
        assertThat(ChecklistPolicy.overall(rows)).isEqualTo(expected);
        assertThat(rows).allMatch(row -> row.source().startsWith("dosing-and-monitoring section 4"));
    }

    @Test
    void saysNoToEverythingThatIsUnanswered() {
        PreDoseAnswers nothing = new PreDoseAnswers(NOW, null, null, null, null, null, null, null, null, null, null, null, null, null, null,
                null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null, null);
        KnownFacts known = new KnownFacts(Route.IV, true, true, 0, false, true, Duration.ofDays(30), CareTeam.unknown(UUID.randomUUID()), NOW);

        List<ChecklistRow> rows = POLICY.judge(nothing, known);

        assertThat(rows).hasSize(29);
        assertThat(rows).filteredOn(row -> row.result() == ChecklistResult.GO).extracting(ChecklistRow::item)
                .containsExactly(ChecklistItem.PREVIOUS_INTEGRATION, ChecklistItem.OPEN_HOLDS);
        assertThat(ChecklistPolicy.overall(rows)).isEqualTo(ChecklistResult.NO_GO);
    }

    @Test
    void asksForASecondBloodPressureBeforeACautionIsSigned() {
        BloodPressures once = new BloodPressures(List.of(new BloodPressure(145, 85), new BloodPressure(145, 85)), 5, null, null);
        BloodPressures twice = new BloodPressures(once.readings(), 5, List.of(new BloodPressure(142, 84), new BloodPressure(142, 84)), 15);
        BloodPressures tooSoon = new BloodPressures(once.readings(), 5, twice.remeasured(), 14);

        assertThat(POLICY.remeasurementMissing(once)).isTrue();
        assertThat(POLICY.remeasurementMissing(tooSoon)).isTrue();
        assertThat(POLICY.remeasurementMissing(twice)).isFalse();
    }

    @ParameterizedTest(name = "first {0}, again {1} with {2} readings after {3} min: pre-dose systolic {4}")
    @CsvSource({"145, 132, 2, 15, 132", "145, 132, 2, 14, 145", "145, 132, 1, 15, 145", "145, 132, 2, , 145", "120, 150, 2, 15, 120",
            "165, 130, 2, 15, 165"})
    void measuresRisesFromTheReadingsItHasJudged(int first, int again, int readings, Integer after, BigDecimal expected) {
        BloodPressures pressures = new BloodPressures(Collections.nCopies(2, new BloodPressure(first, 85)), 5,
                Collections.nCopies(readings, new BloodPressure(again, 75)), after);

        assertThat(POLICY.preDoseSystolic(pressures)).isEqualByComparingTo(expected);
        assertThat(POLICY.preDoseDiastolic(pressures)).isEqualByComparingTo(expected.intValue() == first ? "85" : "75");
    }

    @Test
    void placesHoldsForWhatOutlastsTheDay() {
        List<ChecklistRow> rows = List.of(row(ChecklistItem.CSSRS, ChecklistResult.NO_GO), row(ChecklistItem.ASRM, ChecklistResult.NO_GO),
                row(ChecklistItem.BLOOD_PRESSURE, ChecklistResult.CAUTION), row(ChecklistItem.PREGNANCY_TEST, ChecklistResult.NO_GO),
                row(ChecklistItem.URINARY_SYMPTOMS, ChecklistResult.NO_GO), row(ChecklistItem.ESCORT, ChecklistResult.NO_GO));

        assertThat(ChecklistHolds.of(rows)).containsExactlyInAnyOrder(HoldCode.H_CSSRS, HoldCode.H_MANIA, HoldCode.H_PREG, HoldCode.H_URINARY);
    }

    private static ChecklistRow row(ChecklistItem item, ChecklistResult result) {
        return new ChecklistRow(item, result, "", "", "");
    }

    /** All rows GO, but for what the case changes. */
    private static PreDoseAnswers answers(JsonNode when) {
        return new PreDoseAnswers(NOW, flag(when, "consentReaffirmed", true), flag(when, "identityConfirmed", true),
                NOW.minus(Duration.ofDays(when.path("weighedDaysAgo").asInt(1))), CssrsRisk.valueOf(text(when, "cssrs", "NONE")),
                or(number(when, "asrm"), 1), pressures(when), or(number(when, "heartRate"), 72), or(number(when, "oxygen"), 98),
                or(number(when, "respiration"), 14), orDecimal(when, "temperature", "36.7"), flag(when, "wheeze", false),
                or(number(when, "moaas"), 5), or(number(when, "suds"), 4), orDecimal(when, "solids", "8"), orDecimal(when, "fluids", "3"),
                new Substance(decimal(when, "alcoholHours"), flag(when, "breathPositive", false)),
                new Substance(decimal(when, "drugHours"), flag(when, "intoxicated", false)),
                new Benzodiazepine(Benzodiazepine.Kind.valueOf(text(when, "benzodiazepine", "NONE")), decimal(when, "benzodiazepineHours"), flag(when, "clearance", false)),
                flag(when, "stimulantTaken", false), flag(when, "theophylline", false), PregnancyTest.valueOf(text(when, "pregnancyTest", "NOT_APPLICABLE")),
                when.hasNonNull("testedHoursAgo") ? NOW.minus(Duration.ofHours(when.get("testedHoursAgo").asLong())) : null,
                MedicationChange.valueOf(text(when, "medication", "NONE")), UrinarySymptoms.valueOf(text(when, "urinary", "NONE")),
                flag(when, "escort", true), flag(when, "notDriving", true), flag(when, "fallPrecautions", true), equipment(when), staff(when),
                flag(when, "ivAccess", true), doubleCheck(when));
    }

    private static BloodPressures pressures(JsonNode when) {
        List<BloodPressure> first = pressures(when, "pressure");
        List<BloodPressure> second = when.has("remeasured") ? pressures(when, "remeasured") : null;
        return new BloodPressures(first, or(number(when, "rested"), 5), second, number(when, "remeasuredAfter"));
    }

    private static List<BloodPressure> pressures(JsonNode when, String field) {
        if (!when.has(field)) {
            return List.of(new BloodPressure(120, 76), new BloodPressure(120, 76));
        }
        List<BloodPressure> readings = new ArrayList<>();
        when.get(field).forEach(pair -> readings.add(new BloodPressure(pair.get(0).asInt(), pair.get(1).asInt())));
        return readings;
    }

    private static Equipment equipment(JsonNode when) {
        String missing = text(when, "missing", "");
        return new Equipment(!missing.equals("bloodPressureMonitor"), !missing.equals("pulseOximeter"), !missing.equals("oxygenAndMask"),
                !missing.equals("suction"), !missing.equals("airway"), !missing.equals("defibrillator"), !missing.equals("emergencyDrugs"),
                !missing.equals("crashPhone"));
    }

    private static Staff staff(JsonNode when) {
        return new Staff(flag(when, "onSite", true), flag(when, "reachable", true), flag(when, "basic", true), flag(when, "advanced", true));
    }

    private static DoubleCheck doubleCheck(JsonNode when) {
        UUID first = new UUID(0, 1);
        return new DoubleCheck(first, flag(when, "samePerson", false) ? first : new UUID(0, 2));
    }

    private static int or(Integer value, int otherwise) {
        return value == null ? otherwise : value;
    }

    private static BigDecimal orDecimal(JsonNode when, String field, String otherwise) {
        return when.hasNonNull(field) ? decimal(when, field) : new BigDecimal(otherwise);
    }
}
