package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import health.stillpoint.patient.consent.ConsentConfig;
import health.stillpoint.patient.fixtures.Cases;
import health.stillpoint.patient.fixtures.Person;
import health.stillpoint.patient.screening.ScreeningConfig;
import health.stillpoint.patient.screening.domain.InteractionCatalog;
import health.stillpoint.patient.screening.domain.RuleResult;
import health.stillpoint.patient.screening.domain.ScreeningCase;
import health.stillpoint.patient.screening.domain.ScreeningPolicy;
import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Product rules are configuration per clinic, with safe bounds. */
class ClinicLimitsTest {

    private static final UUID HARBOR = UUID.fromString("0197a000-0000-7000-8000-00000000000a");
    private static final UUID MEADOW = UUID.fromString("0197a000-0000-7000-8000-00000000000b");
    private static final String SATURATION = "screening.oxygen-saturation-excluded";

    @Test
    void areTheDefaultsForAClinicThatSetsNothing() {
        ClinicLimits limits = limits(Map.of());

        assertThat(limits.of(ScreeningConfig.class, HARBOR).oxygenSaturationExcluded()).isEqualTo(92);
        assertThat(limits.of(ConsentConfig.class, HARBOR).validity()).isEqualTo(Duration.ofDays(365));
    }

    @Test
    void areThoseOfTheDeploymentUnlessTheClinicHasItsOwn() {
        ClinicLimits limits = limits(Map.of(
                "stillpoint." + SATURATION, "93",
                "stillpoint.clinics.\"" + HARBOR + "\"." + SATURATION, "95",
                "stillpoint.clinics.\"" + HARBOR + "\".consent.validity", "P180D"));

        assertThat(limits.of(ScreeningConfig.class, HARBOR).oxygenSaturationExcluded()).isEqualTo(95);
        assertThat(limits.of(ConsentConfig.class, HARBOR).validity()).isEqualTo(Duration.ofDays(180));
        assertThat(limits.of(ScreeningConfig.class, MEADOW).oxygenSaturationExcluded()).isEqualTo(93);
        assertThat(limits.of(ConsentConfig.class, MEADOW).validity()).isEqualTo(Duration.ofDays(365));
        assertThat(limits.overriddenFor(HARBOR))
                .isEqualTo(Map.of("stillpoint." + SATURATION, "95", "stillpoint.consent.validity", "P180D"));
        assertThat(limits.overriddenFor(MEADOW)).isEmpty();
    }

    @Test
    void changeWhatTheRulesOfThatClinicSay() {
        ClinicLimits limits = limits(Map.of("stillpoint.clinics." + HARBOR + ".screening.heart-rate-high", "95"));
        var pulseOf98 = Person.screeningCase(Cases.read("pulse-98.yaml"));

        assertThat(codes(limits, HARBOR, pulseOf98)).contains("TACHYCARDIA");
        assertThat(codes(limits, MEADOW, pulseOf98)).doesNotContain("TACHYCARDIA");
    }

    @ParameterizedTest(name = "{0} = {1} refuses the start")
    @CsvSource({
        "stillpoint.screening.systolic-uncontrolled, 161",
        "stillpoint.screening.oxygen-saturation-excluded, 91",
        "stillpoint.screening.dose-factor-cyp-inhibitor, 0.51",
        "stillpoint.screening.correctable, ANEURYSM_AVM",
        "stillpoint.screening.ecg-days, 6",
        "stillpoint.screening.ecg-days, 181",
        "stillpoint.screening.corrected-after, PT23H59M",
        "stillpoint.screening.corrected-after, P31D",
        "stillpoint.consent.after-dose, PT23H",
        "stillpoint.candidacy.decision-days, 91",
        "stillpoint.modality.active-at-most, 4",
        "stillpoint.referrals.keep-identity, P89D",
        "stillpoint.clinics.0197a000-0000-7000-8000-00000000000a.referrals.keep-identity, P1096D",
        "stillpoint.clinics.0197a000-0000-7000-8000-00000000000a.screening.systolic-uncontrolled, 161",
        "stillpoint.clinics.0197a000-0000-7000-8000-00000000000a.screening.no-such-limit, 1",
        "stillpoint.clinics.0197a000-0000-7000-8000-00000000000a.no-such-feature.limit, 1",
        "stillpoint.clinics.harbor.screening.systolic-uncontrolled, 150"
    })
    void refuseTheStartOutsideTheirBoundsOrWithAnUnknownName(String name, String value) {
        assertThatThrownBy(() -> limits(Map.of(name, value))).isInstanceOf(RuntimeException.class)
                .hasMessageMatching("(?s).*(bounds|do not exist|No clinic id|no-such-limit).*");
    }

    @ParameterizedTest(name = "{0} = {1} is allowed")
    @CsvSource({
        "stillpoint.screening.systolic-uncontrolled, 140",
        "stillpoint.screening.dose-factor-cyp-inhibitor, 0.10",
        "stillpoint.screening.correctable, THYROID",
        "stillpoint.screening.corrected-after, P30D",
        "stillpoint.referrals.keep-identity, P90D"
    })
    void allowWhatStandsAtTheEdge(String name, String value) {
        assertThatCode(() -> limits(Map.of(name, value))).doesNotThrowAnyException();
    }

    @Test
    void neverLetALimitPassWhoseBoundsCannotBeCompared() throws Exception {
        Bounds bounds = ScreeningConfig.class.getMethod("ecgDays").getAnnotation(Bounds.class);

        assertThatThrownBy(() -> ClinicLimits.inside(bounds, 30L)).hasMessageContaining("java.lang.Long");
    }

    private static List<String> codes(
            ClinicLimits limits, UUID clinic, ScreeningCase screening) {
        return new ScreeningPolicy(limits.of(ScreeningConfig.class, clinic), InteractionCatalog.shipped())
                .evaluate(screening).findings().stream().map(RuleResult::code).toList();
    }

    private static ClinicLimits limits(Map<String, String> properties) {
        return new ClinicLimits(new SmallRyeConfigBuilder()
                .withSources(new PropertiesConfigSource(properties, "test", 100))
                .build());
    }
}
