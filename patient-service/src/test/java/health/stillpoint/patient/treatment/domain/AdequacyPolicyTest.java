package health.stillpoint.patient.treatment.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Cases.Case;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.intake.domain.Diagnosis;
import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
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
