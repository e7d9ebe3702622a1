package health.stillpoint.patient.screening.domain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.entry;
import static org.assertj.core.api.Assertions.tuple;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.MissingNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Cases.Case;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import health.stillpoint.patient.screening.domain.SuicideAlerts.SuicideAlert;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

class ScreeningPolicyTest {

    /** The rows of programme.md section 4 in the order of the table. */
    private static final List<String> ROWS = List.of("PSYCHOSIS_ACTIVE", "PSYCHOSIS_HISTORY", "PSYCHOSIS_FDR",
            "MANIA_CURRENT", "BIPOLAR_STABLE", "SUD_ACTIVE", "SUD_MILD_OR_EARLY_REMISSION", "KETAMINE_MISUSE",
            "OUD_HISTORY", "UDS_POSITIVE", "HTN_UNCONTROLLED", "HTN_ELEVATED", "ANEURYSM_AVM", "ICH_HISTORY",
            "STROKE_MI_RECENT", "CARDIAC_MAJOR", "CARDIAC_MINOR", "QTC", "TACHYCARDIA", "ICP_RAISED",
            "SEIZURE_UNCONTROLLED", "IOP", "PREGNANCY", "BREASTFEEDING", "CONTRACEPTION", "HEPATIC_SEVERE",
            "HEPATIC_MODERATE", "RENAL_SEVERE", "THYROID", "CYSTITIS", "PORPHYRIA", "PHEO", "ALLERGY", "AGE_MINOR",
            "AGE_65", "BMI_40", "WEIGHT_LOW", "AIRWAY", "LUNG_SEVERE", "SUICIDE_HIGH", "SUICIDE_MODERATE",
            "SELF_HARM_RECENT", "DELIRIUM_DEMENTIA", "DISSOCIATIVE_DISORDER", "PD_UNSTABLE", "ALTERED_STATE_AVERSION",
            "NO_ESCORT", "SUPPORT_LOW", "NO_CAPACITY", "ANAEMIA_ELECTROLYTE");

    /** Rows that are open or not, and find nothing. */
    private static final List<String> ONLY_OPEN = List.of("TEST_TSH", "TEST_LIVER", "MEDICATION_LIST");

    /** Rows of the table that name more than one class. */
    private static final Map<String, List<String>> SEVERAL_CLASSES = Map.ofEntries(
            Map.entry("KETAMINE_MISUSE", List.of("ABS", "REL")), Map.entry("STROKE_MI_RECENT", List.of("ABS", "REL")),
            Map.entry("QTC", List.of("ABS", "CAUT")), Map.entry("TACHYCARDIA", List.of("ABS", "CAUT")),
            Map.entry("SEIZURE_UNCONTROLLED", List.of("ABS", "REL")), Map.entry("IOP", List.of("ABS", "REL")),
            Map.entry("THYROID", List.of("ABS", "CAUT")), Map.entry("CYSTITIS", List.of("ABS", "REL")),
            Map.entry("BMI_40", List.of("REL", "CAUT")), Map.entry("AIRWAY", List.of("ABS", "REL")),
            Map.entry("IX_BZD", List.of("CAUT", "REL")), Map.entry("IX_AD", List.of("INFO", "CAUT")), Map.entry("IX_OPI", List.of("REL", "ABS")));

    static Stream<Case> cases() {
        return Stream.of("screening", "interactions").map(Cases::of).flatMap(List::stream);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void findsWhatTheTableSays(Case c) {
        ScreeningResult result = Person.screening().evaluate(Person.screeningCase(c.given()));

        JsonNode then = c.then();
        assertThat(classes(result)).containsAllEntriesOf(expectedClasses(then));
        assertThat(classes(result).keySet()).noneMatch(Cases.texts(then.path("not"))::contains);
        assertThat(result.unanswered()).containsAll(Cases.texts(then.path("unanswered")));
        assertThat(result.conditions()).extracting(Enum::name).containsAll(Cases.texts(then.path("conditions")));
        assertThat(result.conditions()).extracting(Enum::name).noneMatch(Cases.texts(then.path("notConditions"))::contains);
        assertThat(result.lowStart()).extracting(Enum::name).containsAll(Cases.texts(then.path("lowStart")));
        if (then.has("complete")) {
            assertThat(result.isComplete()).isEqualTo(then.get("complete").asBoolean());
        }
        if (then.has("onlyInfo")) {
            assertThat(classes(result).values()).allMatch("INFO"::equals);
        }
        if (then.has("doseFactor")) {
            assertThat(result.doseFactor()).isEqualByComparingTo(new BigDecimal(then.get("doseFactor").asText()));
        }
        if (then.has("doseFactorParenteral")) {
            assertThat(result.doseFactorParenteral())
                    .isEqualByComparingTo(new BigDecimal(then.get("doseFactorParenteral").asText()));
        }
        if (then.has("unknown")) {
            assertThat(result.unknownMedications()).isEqualTo(Cases.texts(then.get("unknown")));
        }
        then.path("why").fieldNames().forEachRemaining(code -> assertThat(finding(result, code).reason()).as(code)
                .isEqualTo(then.get("why").get(code).asText()));
        then.path("correctable").fieldNames().forEachRemaining(code -> assertThat(finding(result, code).correctable())
                .isEqualTo(then.get("correctable").get(code).asBoolean()));
    }

    @Test
    void asksEveryRowOfTheTableAndEveryInteractionClass() {
        ScreeningResult result = Person.screening().evaluate(Person.screeningCase(MissingNode.getInstance()));

        List<String> asked = result.rules().stream().map(RuleResult::code).toList();
        assertThat(asked).containsAll(ROWS).doesNotHaveDuplicates();
        assertThat(asked).containsAll(Stream.of(InteractionClass.values()).map(Enum::name).toList());
        assertThat(result.rules()).allSatisfy(rule -> {
            assertThat(rule.source()).isNotBlank();
            assertThat(rule.threshold()).isNotBlank();
        });
    }

    /** A new row without a case that finds it and one that does not fails here. */
    @Test
    void hasACaseForEveryRowAndClassFiringAndNotFiring() {
        List<String> firing = new ArrayList<>();
        List<String> notFiring = new ArrayList<>();
        cases().forEach(c -> {
            c.then().path("found").fieldNames().forEachRemaining(firing::add);
            Cases.texts(c.then().path("unanswered")).stream().filter(ONLY_OPEN::contains).forEach(firing::add);
            notFiring.addAll(Cases.texts(c.then().path("not")));
        });

        assertThat(catalog()).allSatisfy(row -> assertThat(firing).contains(row)).hasSizeGreaterThan(ROWS.size());
        assertThat(catalog()).allSatisfy(row -> assertThat(notFiring).contains(row));
    }

    /** Every row with more than one class is found with each of them. */
    @Test
    void hasACaseForEveryClassARowCanHave() {
        Map<String, List<String>> found = new TreeMap<>();
        cases().forEach(c -> expectedClasses(c.then())
                .forEach((row, findingClass) -> found.computeIfAbsent(row, _ -> new ArrayList<>()).add(findingClass)));

        SEVERAL_CLASSES.forEach((row, classes) -> assertThat(found.get(row)).as(row).containsAll(classes));
    }

    private static List<String> catalog() {
        return Stream.concat(Person.screening().allRows().stream(), Stream.of(InteractionClass.values()).map(Enum::name)).toList();
    }

    /** Of an event the day by which it was weighed; of other rows no day makes anything lighter. */
    @Test
    void keepsTheDayOfAnEventByWhichItWasWeighed() {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        ObjectNode answers = given.putObject("answers");
        answers.putObject("STROKE_MI_RECENT").put("state", "PRESENT").put("on", "2026-02-10");
        answers.putObject("SEIZURE_UNCONTROLLED").put("state", "PRESENT");
        answers.putObject("PHEO").put("state", "PRESENT").put("on", "2026-02-10");
        answers.putObject("KETAMINE_MISUSE").put("state", "PRESENT").put("on", "2015-02-10");
        answers.putObject("OUD_HISTORY").put("state", "PRESENT").put("on", "2015-02-10");

        assertThat(earlierFindings(given, "2026-03-02"))
                .extracting(EarlierFinding::reasonCode, EarlierFinding::statedOn, EarlierFinding::findingClass)
                .containsExactlyInAnyOrder(
                        tuple("SCR_STROKE_MI_RECENT", LocalDate.parse("2026-02-10"), FindingClass.ABS),
                        tuple("SCR_SEIZURE_UNCONTROLLED", null, FindingClass.ABS),
                        tuple("SCR_PHEO", null, FindingClass.ABS),
                        tuple("SCR_KETAMINE_MISUSE", LocalDate.parse("2015-02-10"), FindingClass.REL),
                        tuple("SCR_OUD_HISTORY", null, FindingClass.REL));
        assertThat(earlierFindings(given, "2026-03-02")).extracting(EarlierFinding::performedAt)
                .containsOnly(Instant.parse("2026-03-02T10:00:00Z"));
    }

    @Test
    void keepsWhatAnEarlierRelativeFindingDemandedAndWhetherAllOfItWasMeasured() {
        ObjectNode measured = JsonNodeFactory.instance.objectNode();
        measured.putArray("pressure").add(145).add(85);
        ObjectNode tests = measured.putObject("screening").putObject("tests");
        tests.put("altTimesUpperLimit", "3.5");
        tests.put("egfr", 25);
        tests.put("potassiumMillimolesPerLiter", "2.8");
        ObjectNode stated = JsonNodeFactory.instance.objectNode();
        stated.putObject("screening").put("cssrs", "MODERATE").putObject("tests").put("altTimesUpperLimit", "3.5");
        stated.putObject("answers").put("HEPATIC_MODERATE", "CHILD_PUGH_B");

        assertThat(earlierFindings(measured, "2026-03-02"))
                .extracting(EarlierFinding::reasonCode, EarlierFinding::correctable, EarlierFinding::conditions)
                .containsExactlyInAnyOrder(
                        tuple("SCR_HTN_ELEVATED", true, Set.of(Condition.TREAT_HYPERTENSION_FIRST, Condition.WATCH_BLOOD_PRESSURE)),
                        tuple("SCR_HEPATIC_MODERATE", true, Set.of(Condition.REDUCED_DOSE_FACTOR, Condition.LONGER_MONITORING)),
                        tuple("SCR_RENAL_SEVERE", true, Set.of(Condition.REDUCED_DOSE_FACTOR)),
                        tuple("SCR_ANAEMIA_ELECTROLYTE", true, Set.of()));
        assertThat(earlierFindings(stated, "2026-03-02"))
                .extracting(EarlierFinding::reasonCode, EarlierFinding::correctable, EarlierFinding::conditions)
                .containsExactlyInAnyOrder(
                        tuple("SCR_HEPATIC_MODERATE", false, Set.of(Condition.REDUCED_DOSE_FACTOR, Condition.LONGER_MONITORING)),
                        tuple("SCR_SUICIDE_MODERATE", false, Set.of(Condition.IN_CLINIC_ONLY, Condition.SAFETY_PLAN)));
    }

    @Test
    void keepsWhatAValueOutOfRangeAskedForAndNothingThatWasMerelyNotAsked() {
        ObjectNode raised = JsonNodeFactory.instance.objectNode();
        ObjectNode screening = raised.putObject("screening").put("auditCTotal", 12);
        screening.putArray("bloodPressureReadings").addObject().put("systolic", 210).put("diastolic", 130);
        screening.putObject("tests").put("tshMilliunitsPerLiter", "0.01");
        raised.putObject("answers").put("PHEO", "UNKNOWN");
        ObjectNode assessed = JsonNodeFactory.instance.objectNode();
        assessed.putObject("screening").put("auditCTotal", 12).putArray("bloodPressureReadings").addObject().put("systolic", 120).put("diastolic", 80);
        assessed.putObject("answers").put("SUD_ACTIVE", "RULED_OUT");

        assertThat(earlierFindings(raised, "2026-03-02"))
                .extracting(EarlierFinding::reasonCode, EarlierFinding::cause, EarlierFinding::correctable, EarlierFinding::findingClass)
                .containsExactlyInAnyOrder(
                        tuple("SCR_SUD_ACTIVE", "ASSESSMENT_DUE", false, FindingClass.REL),
                        tuple("SCR_HTN_UNCONTROLLED", "TOO_FEW_READINGS", true, FindingClass.REL),
                        tuple("SCR_THYROID", "TSH_LOW", true, FindingClass.REL));
        assertThat(earlierFindings(assessed, "2026-03-02")).isEmpty();
    }

    @Test
    void keepsOfAVisitNothingThatItsIntakeAloneTold() {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.putObject("intake").put("comfortWithAlteredStates", 2).putObject("support").put("escortAvailable", false)
                .put("adultAtHomeFirstNight", false).put("therapistInPlace", false).put("stableHousing", false);
        ObjectNode toldAtTheVisit = told.deepCopy();
        toldAtTheVisit.putObject("answers").put("SUPPORT_LOW", "PRESENT");

        assertThat(earlierFindings(told, "2026-03-02")).extracting(EarlierFinding::reasonCode).containsExactly("SCR_NO_ESCORT");
        assertThat(earlierFindings(toldAtTheVisit, "2026-03-02")).extracting(EarlierFinding::reasonCode)
                .containsExactlyInAnyOrder("SCR_NO_ESCORT", "SCR_SUPPORT_LOW");
    }

    @Test
    void keepsOfAnIntakeWhatRestsOnItAloneAndNoEscort() {
        ObjectNode told = JsonNodeFactory.instance.objectNode();
        told.putObject("answers").put("OUD_HISTORY", "PRESENT");
        told.putObject("intake").put("comfortWithAlteredStates", 2).putObject("support").put("escortAvailable", false)
                .put("adultAtHomeFirstNight", false).put("therapistInPlace", false).put("stableHousing", false);

        assertThat(Person.screening().earlierFindingsOfIntake(Person.INTAKE_ID, Person.screeningCase(told)))
                .extracting(EarlierFinding::screeningId, EarlierFinding::reasonCode, EarlierFinding::findingClass, EarlierFinding::correctable)
                .containsExactlyInAnyOrder(
                        tuple(Person.INTAKE_ID, "SCR_ALTERED_STATE_AVERSION", FindingClass.REL, false),
                        tuple(Person.INTAKE_ID, "SCR_SUPPORT_LOW", FindingClass.REL, false));
        assertThat(Person.screening().earlierFindingsOfIntake(Person.INTAKE_ID, Person.screeningCase(MissingNode.getInstance()))).isEmpty();
    }

    @Test
    void keepsOfAnAlertWhatAVisitWouldHaveFound() {
        SuicideAlert high = new SuicideAlert(UUID.randomUUID(), SuicideRisk.HIGH, Instant.parse("2026-03-01T10:00:00Z"));
        SuicideAlert moderate = new SuicideAlert(UUID.randomUUID(), SuicideRisk.MODERATE, Instant.parse("2026-03-01T10:00:00Z"));
        LocalDate day = LocalDate.parse("2026-03-01");

        assertThat(List.of(Person.screening().earlierFinding(high, day), Person.screening().earlierFinding(moderate, day)))
                .extracting(EarlierFinding::screeningId, EarlierFinding::reasonCode, EarlierFinding::findingClass,
                        EarlierFinding::conditions, EarlierFinding::foundOn)
                .containsExactly(
                        tuple(high.id(), "SCR_SUICIDE_HIGH", FindingClass.ABS, Set.of(), day),
                        tuple(moderate.id(), "SCR_SUICIDE_MODERATE", FindingClass.REL,
                                Set.of(Condition.IN_CLINIC_ONLY, Condition.SAFETY_PLAN), day));
    }

    /** An attempt of 2025-09-02 is a finding for 12 months; what excluded stays one until somebody says why it is gone. */
    @ParameterizedTest(name = "on {0}: {1}")
    @CsvSource({"2026-09-02, true", "2026-09-03, false"})
    void forgetsARelativeFindingThatTimeAloneHasEnded(String today, boolean expected) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        ObjectNode answers = given.putObject("answers");
        answers.putObject("SELF_HARM_RECENT").put("state", "PRESENT").put("on", "2025-09-02");
        answers.putObject("STROKE_MI_RECENT").put("state", "PRESENT").put("on", "2026-02-10");

        List<EarlierFinding> earlier = earlierFindings(given, today);

        assertThat(earlier).extracting(EarlierFinding::reasonCode).contains("SCR_STROKE_MI_RECENT");
        assertThat(earlier.stream().anyMatch(finding -> finding.reasonCode().equals("SCR_SELF_HARM_RECENT"))).isEqualTo(expected);
    }

    private static List<EarlierFinding> earlierFindings(ObjectNode given, String today) {
        return Person.screening().earlierFindings(Person.SCREENING_ID, Person.screeningCase(given),
                Person.screeningCase(given.deepCopy().put("today", today)));
    }

    /** A day beside an answer that denies is asked about; beside one that does not know it is kept. */
    @Test
    void contradictsAnAnswerThatDeniesAndNamesADay() {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        ObjectNode answers = given.putObject("answers");
        answers.putObject("PSYCHOSIS_ACTIVE").put("state", "ABSENT").put("on", "2026-02-10");
        answers.putObject("PSYCHOSIS_FDR").put("state", "UNKNOWN").put("on", "2026-02-10");
        answers.putObject("MANIA_CURRENT").put("state", "RULED_OUT").put("on", "2026-02-10");
        answers.putObject("SEIZURE_UNCONTROLLED").put("state", "CONTROLLED").put("on", "2026-02-10");
        answers.putObject("PHEO").put("state", "PRESENT").put("on", "2026-02-10");

        assertThat(Person.screening().contradictions(Person.answers(given))).containsExactly(
                entry("findings[0]", "PSYCHOSIS_ACTIVE is answered ABSENT with a day on which it happened"),
                entry("findings[3]", "MANIA_CURRENT is answered RULED_OUT with a day on which it happened"));
        assertThat(Person.screening().contradictions(Person.answers(MissingNode.getInstance()))).isEmpty();
    }

    /** A test that is accepted and never read would be trusted for nothing. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({
        "urineDrugScreen, POSITIVE_UNEXPECTED", "urineDrugScreenAt, 2025-01-01", "pregnancyTest, POSITIVE", "pregnancyTestAt, 2025-01-01",
        "tshAt, 2025-01-01", "tshMilliunitsPerLiter, 90", "liverAt, 2025-01-01", "altTimesUpperLimit, 6", "astTimesUpperLimit, 6",
        "bilirubinTimesUpperLimit, 3", "egfr, 20", "hemoglobinGramsPerDeciliter, 7", "potassiumMillimolesPerLiter, 7",
        "qtcMilliseconds, 510"
    })
    void readsEveryTest(String test, String value) {
        ObjectNode given = JsonNodeFactory.instance.objectNode();
        given.putObject("screening").putObject("tests").put(test, value);

        assertThat(isCompleteAndClear(MissingNode.getInstance())).isTrue();
        assertThat(isCompleteAndClear(given)).isFalse();
    }

    private static boolean isCompleteAndClear(JsonNode given) {
        ScreeningResult result = Person.screening().evaluate(Person.screeningCase(given));
        return result.isComplete() && result.findings().isEmpty();
    }

    @Test
    void doesNotUnderstandRowsAndStatesThatDoNotExist() {
        ScreeningAnswers answers = Person.answers(Cases.read("not-understood.yaml"));

        assertThat(Person.screening().notUnderstood(answers))
                .containsExactlyInAnyOrder("NO_SUCH_ROW:PRESENT", "PHEO:CHILD_PUGH_C");
    }

    private static Map<String, String> classes(ScreeningResult result) {
        Map<String, String> classes = new TreeMap<>();
        result.findings().forEach(finding -> classes.put(finding.code(), finding.findingClass().name()));
        return classes;
    }

    private static Map<String, String> expectedClasses(JsonNode then) {
        Map<String, String> classes = new TreeMap<>();
        then.path("found").fieldNames().forEachRemaining(code -> classes.put(code, then.get("found").get(code).asText()));
        return classes;
    }

    private static RuleResult finding(ScreeningResult result, String code) {
        return result.findings().stream().filter(finding -> finding.code().equals(code)).findFirst().orElseThrow();
    }
}
