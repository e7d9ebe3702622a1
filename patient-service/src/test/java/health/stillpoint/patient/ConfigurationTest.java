package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.patient.consent.ConsentConfig;
import health.stillpoint.patient.fixtures.Limits;
import health.stillpoint.patient.screening.ScreeningConfig;
import health.stillpoint.patient.treatment.TreatmentConfig;
import health.stillpoint.patient.treatment.domain.TreatmentClass;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.time.Duration;
import java.util.Set;
import org.junit.jupiter.api.Test;

/** Product rules are configuration: their names and their defaults. */
class ConfigurationTest {

    @Test
    void hasThePublishedNumbersByDefault() {
        assertThat(Limits.SCREENING.systolicUncontrolled()).isEqualTo(160);
        assertThat(Limits.SCREENING.bmiObesityClearance()).isEqualByComparingTo("40");
        assertThat(Limits.SCREENING.correctable()).contains("HTN_UNCONTROLLED").doesNotContain("ANEURYSM_AVM");
        assertThat(Limits.SCREENING.ecgDays()).isEqualTo(90);
        assertThat(Limits.SCREENING.correctedAfter()).isEqualTo(Duration.ofHours(24));
        assertThat(Limits.TREATMENT.firstLine()).containsExactlyInAnyOrder(TreatmentClass.SSRI, TreatmentClass.SNRI);
        assertThat(Limits.CANDIDACY.decisionDays()).isEqualTo(90);
        assertThat(Limits.CONSENT.validity()).isEqualTo(Duration.ofDays(365));
        assertThat(Limits.CONSENT.partners()).isEmpty();
        assertThat(Limits.PROGRAMME.preparationSessionsLowStart()).isEqualTo(2);
        assertThat(Limits.INTAKE.fearOfLosingControlLowStart()).isEqualTo(6);
    }

    @Test
    void isChangedByItsNames() {
        SmallRyeConfig clinic = new SmallRyeConfigBuilder()
                .withMapping(ScreeningConfig.class)
                .withMapping(TreatmentConfig.class)
                .withMapping(ConsentConfig.class)
                .withDefaultValue("stillpoint.screening.systolic-uncontrolled", "150")
                .withDefaultValue("stillpoint.treatment.first-line", "SSRI,SNRI,PREGABALIN")
                .withDefaultValue("stillpoint.consent.validity", "P180D")
                .withDefaultValue("stillpoint.consent.partners", "partner-harbor,partner-second")
                .withConverter(Duration.class, 200, Duration::parse)
                .build();

        assertThat(clinic.getConfigMapping(ScreeningConfig.class).systolicUncontrolled()).isEqualTo(150);
        assertThat(clinic.getConfigMapping(TreatmentConfig.class).firstLine()).contains(TreatmentClass.PREGABALIN);
        assertThat(clinic.getConfigMapping(ConsentConfig.class).validity()).isEqualTo(Duration.ofDays(180));
        assertThat(clinic.getConfigMapping(ConsentConfig.class).partners()).hasValue(Set.of("partner-harbor", "partner-second"));
    }
}
