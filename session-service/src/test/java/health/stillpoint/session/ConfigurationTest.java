package health.stillpoint.session;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.alert.AlertConfig;
import health.stillpoint.session.alert.domain.AlertLimit;
import health.stillpoint.session.charting.ChartingConfig;
import health.stillpoint.session.checklist.ChecklistConfig;
import health.stillpoint.session.checklist.domain.ChecklistLimit;
import health.stillpoint.session.course.CourseConfig;
import health.stillpoint.session.course.domain.CourseType;
import health.stillpoint.session.course.domain.Route;
import health.stillpoint.session.dose.DoseConfig;
import health.stillpoint.session.identity.RetentionConfig;
import health.stillpoint.session.order.DosingConfig;
import io.smallrye.config.SmallRyeConfig;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.ZoneId;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** The names and defaults that the README promises. */
class ConfigurationTest {

    @Test
    void defaultsToThePublishedNumbers() {
        SmallRyeConfig config = config(Map.of());

        assertThat(config.getConfigMapping(CourseConfig.class).routes()).containsExactlyInAnyOrder(Route.SL, Route.IM, Route.IV, Route.SC);
        assertThat(config.getConfigMapping(CourseConfig.class).timeZone()).isEqualTo(ZoneId.of("UTC"));
        assertThat(config.getConfigMapping(CourseConfig.class).template()).isEmpty();
        assertThat(config.getConfigMapping(DosingConfig.class).route()).isEmpty();
        assertThat(config.getConfigMapping(DosingConfig.class).body().weightShare()).isEqualByComparingTo("0.10");
        assertThat(config.getConfigMapping(DosingConfig.class).body().heightCentimeters()).isEqualByComparingTo("3");
        assertThat(config.getConfigMapping(ChecklistConfig.class).limit()).isEmpty();
        assertThat(config.getConfigMapping(ChecklistConfig.class).validity()).isEqualTo(Duration.ofHours(4));
        assertThat(config.getConfigMapping(AlertConfig.class).limit()).isEmpty();
        assertThat(config.getConfigMapping(DoseConfig.class).knowledgeAtMost()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.getConfigMapping(DoseConfig.class).preparationAtMost()).isEqualTo(Duration.ofDays(14));
        assertThat(config.getConfigMapping(DoseConfig.class).topUp().earliest()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.getConfigMapping(DoseConfig.class).topUp().largestShare()).isEqualByComparingTo("0.5");
        assertThat(config.getConfigMapping(DoseConfig.class).topUp().readingAtMost()).isEqualTo(Duration.ofMinutes(5));
        assertThat(config.getConfigMapping(RetentionConfig.class).retentionCheck()).isEqualTo("1h");
        assertThat(config.getConfigMapping(RetentionConfig.class).knowledgeAtMost()).isEqualTo(Duration.ofSeconds(60));
        assertThat(config.getConfigMapping(ChartingConfig.class).lateAfter()).isEqualTo(Duration.ofMinutes(15));
        assertThat(config.getConfigMapping(ChartingConfig.class).clocksApart()).isEqualTo(Duration.ofMinutes(2));
    }

    @Test
    void takesAClinicsOwnNumbersByTheirNames() {
        SmallRyeConfig config = config(Map.of("stillpoint.course.template.weekly.minimum-gap", "P6D", "stillpoint.dosing.route.im.cap-milligrams", "120",
                "stillpoint.checklist.limit.suds-go", "5", "stillpoint.alert.limit.systolic-orange", "175"));

        assertThat(config.getConfigMapping(CourseConfig.class).template().get(CourseType.WEEKLY).minimumGap()).contains(Duration.ofDays(6));
        assertThat(config.getConfigMapping(DosingConfig.class).route().get(Route.IM).capMilligrams()).contains(new BigDecimal("120"));
        assertThat(config.getConfigMapping(ChecklistConfig.class).limit()).containsEntry(ChecklistLimit.SUDS_GO, new BigDecimal("5"));
        assertThat(config.getConfigMapping(AlertConfig.class).limit()).containsEntry(AlertLimit.SYSTOLIC_ORANGE, 175);
    }

    private static SmallRyeConfig config(Map<String, String> own) {
        SmallRyeConfigBuilder builder = new SmallRyeConfigBuilder().withMapping(CourseConfig.class).withMapping(DosingConfig.class)
                .withMapping(ChecklistConfig.class).withMapping(AlertConfig.class).withMapping(DoseConfig.class).withMapping(ChartingConfig.class)
                .withMapping(RetentionConfig.class);
        own.forEach(builder::withDefaultValue);
        return builder.build();
    }
}
