package health.stillpoint.patient.treatment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Cases.Case;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.intake.domain.IntakeContent;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

class ResistancePolicyTest {

    private static final IntakeContent.Severity USUAL =
            new IntakeContent.Severity(5, new IntakeContent.Score("LSAS_SR", 82), null);
    private static final Map<TreatmentClass, String> AGENTS = Map.of(
            TreatmentClass.SSRI, "sertraline", TreatmentClass.SNRI, "duloxetine", TreatmentClass.TCA, "clomipramine",
            TreatmentClass.PREGABALIN, "pregabalin", TreatmentClass.ATYPICAL_AP_AUGMENTATION, "quetiapine");

    static List<Case> cases() {
        return Cases.of("resistance");
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void stagesByWhatFailed(Case c) {
        List<PriorTreatment> trials = Cases.texts(c.given().get("failed")).stream()
                .map(TreatmentClass::valueOf)
                .map(ResistancePolicyTest::failed)
                .toList();
        IntakeContent.Severity severity = c.given().has("severity")
                ? Cases.as(c.given().get("severity"), IntakeContent.Severity.class)
                : USUAL;

        Resistance resistance = ResistancePolicy.stage(trials, Diagnosis.SOCIAL_ANXIETY, severity, Limits.TREATMENT);

        assertThat(resistance.stage()).isEqualTo(c.then().get("stage").asInt());
        assertThat(resistance.reasons()).extracting(Enum::name).containsAll(Cases.texts(c.then().path("reasons")));
        assertThat(resistance.rows()).hasSameSizeAs(trials);
    }

    @Test
    void countsSeverityAsLowWhileNoIntakeIsSigned() {
        List<PriorTreatment> trials = List.of(failed(TreatmentClass.SSRI), failed(TreatmentClass.CBT));

        List<PriorTreatment> more = List.of(failed(TreatmentClass.SSRI), failed(TreatmentClass.SNRI), failed(TreatmentClass.TCA),
                failed(TreatmentClass.CBT));

        assertThat(ResistancePolicy.stage(trials, null, null, Limits.TREATMENT).stage()).isEqualTo(1);
        assertThat(ResistancePolicy.stage(more, null, null, Limits.TREATMENT).stage()).isEqualTo(3);
    }

    @Test
    void knowsKetamineInAnyForm() {
        assertThat(Stream.of(TreatmentClass.values()).filter(TreatmentClass::isKetamine))
                .containsExactly(TreatmentClass.ESKETAMINE, TreatmentClass.KETAMINE);
    }

    @Test
    void hasACaseForEveryStageAndReason() {
        assertThat(cases()).extracting(c -> c.then().get("stage").asInt()).contains(0, 1, 2, 3, 4);
        assertThat(cases().stream().flatMap(c -> Cases.texts(c.then().path("reasons")).stream()))
                .contains(Stream.of(Resistance.Reason.values()).map(Enum::name).toArray(String[]::new));
    }

    private static PriorTreatment failed(TreatmentClass treatmentClass) {
        return new PriorTreatment(UUID.randomUUID(), treatmentClass, AGENTS.getOrDefault(treatmentClass, "therapy"),
                BigDecimal.valueOf(300), 12, 12, true, true, TreatmentOutcome.NONE, null, false, null, null);
    }
}
