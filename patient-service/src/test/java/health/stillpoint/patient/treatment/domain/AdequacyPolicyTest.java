package health.stillpoint.patient.treatment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Cases.Case;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.treatment.domain.TrialAssessment.Reason;
import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.MethodSource;

class AdequacyPolicyTest {

    static List<Case> cases() {
        return Cases.of("adequacy");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void countsATrialOnlyWhenAllOfItIsKnownAndEnough(Case c) {
        Diagnosis diagnosis = c.name().contains("generalized") ? Diagnosis.GAD : Diagnosis.SOCIAL_ANXIETY;

        TrialAssessment assessment = AdequacyPolicy.assess(trial(c), diagnosis, Limits.TREATMENT);

        assertThat(assessment.adequate()).isEqualTo(c.then().get("adequate").asBoolean());
        if (c.then().has("failed")) {
            assertThat(assessment.failed()).isEqualTo(c.then().get("failed").asBoolean());
        }
        assertThat(assessment.intolerance()).isEqualTo(c.then().path("intolerance").asBoolean(false));
        assertThat(assessment.reasons()).extracting(Enum::name).containsAll(Cases.texts(c.then().path("reasons")));
    }

    @ParameterizedTest(name = "{0} {1}: {2} mg a day is the least adequate dose")
    @CsvSource({
        "SSRI, sertraline, 50", "SSRI, escitalopram, 10", "SSRI, paroxetine, 20", "SSRI, fluoxetine, 20",
        "SSRI, fluvoxamine, 100", "SSRI, citalopram, 20", "SNRI, venlafaxine, 75", "SNRI, duloxetine, 60",
        "SNRI, desvenlafaxine, 50", "PREGABALIN, pregabalin, 150", "BUSPIRONE, buspirone, 30", "TCA, imipramine, 150",
        "TCA, clomipramine, 100", "MAOI, phenelzine, 45", "ATYPICAL_AP_AUGMENTATION, quetiapine, 50"
    })
    void knowsTheLeastAdequateDoseOfEveryAgent(TreatmentClass treatmentClass, String agent, int milligrams) {
        assertThat(atDose(treatmentClass, agent, milligrams).adequate()).isTrue();
        assertThat(atDose(treatmentClass, agent, milligrams - 1).reasons()).contains(Reason.DOSE_BELOW_LEAST);
    }

    @Test
    void contradictsTheClassOfABrand() {
        assertThat(TreatmentClass.SNRI.isContradictedBy("Zoloft")).isTrue();
        assertThat(TreatmentClass.SSRI.isContradictedBy("Zoloft")).isFalse();
        assertThat(TreatmentClass.SNRI.isContradictedBy("Wellbutrin")).isFalse();
    }

    private static TrialAssessment atDose(TreatmentClass treatmentClass, String agent, int milligrams) {
        return AdequacyPolicy.assess(new PriorTreatment(UUID.randomUUID(), treatmentClass, agent, BigDecimal.valueOf(milligrams), 8,
                null, null, true, TreatmentOutcome.NONE, null, false, null, null), Diagnosis.GAD, Limits.TREATMENT);
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = TreatmentClass.class, names = {"SSRI", "SNRI", "PREGABALIN", "BUSPIRONE", "TCA", "MAOI", "ATYPICAL_AP_AUGMENTATION",
        "BENZODIAZEPINE", "BETA_BLOCKER", "HYDROXYZINE", "ESKETAMINE", "KETAMINE", "OTHER"})
    void isADrugOrMayBe(TreatmentClass treatmentClass) {
        assertThat(of(treatmentClass).mayBeMedication()).isTrue();
    }

    @ParameterizedTest(name = "{0}")
    @EnumSource(value = TreatmentClass.class, names = {"CBT", "EXPOSURE", "EMDR", "ART", "IFS", "ACT", "PSYCHODYNAMIC", "TMS", "ECT"})
    void isNoDrug(TreatmentClass treatmentClass) {
        assertThat(of(treatmentClass).mayBeMedication()).isFalse();
    }

    private static PriorTreatment of(TreatmentClass treatmentClass) {
        return new PriorTreatment(UUID.randomUUID(), treatmentClass, "anything", null, null, null, null, true, TreatmentOutcome.NONE, null,
                true, null, null);
    }

    @Test
    void hasACaseForEveryReason() {
        assertThat(cases().stream().flatMap(c -> Cases.texts(c.then().path("reasons")).stream()))
                .contains(Stream.of(Reason.values()).map(Enum::name).toArray(String[]::new));
    }

    private static PriorTreatment trial(Case c) {
        ObjectNode sertraline = JsonNodeFactory.instance.objectNode()
                .put("treatmentClass", "SSRI")
                .put("agent", "sertraline")
                .put("maxDailyDoseMilligrams", 150)
                .put("weeksAtAdequateDose", 12)
                .put("adherent", true)
                .put("outcome", "NONE")
                .put("current", false);
        return Cases.as(Cases.over(sertraline, c.given()), PriorTreatment.class);
    }
}
