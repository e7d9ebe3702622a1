package health.stillpoint.gateway.limits;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.util.Map;
import org.junit.jupiter.api.Test;

class LimitsTest {

    private static Limits limits(Map<String, String> settings) {
        return new Limits(new SmallRyeConfigBuilder().withMapping(LimitsConfig.class)
                .withSources(new PropertiesConfigSource(settings, "test", 100)).build().getConfigMapping(LimitsConfig.class));
    }

    @Test
    void tellWhatTheHandbookSays() {
        Verdict verdict = limits(Map.of()).count("harbor", "app", "somebody");

        assertThat(verdict.policyHeader()).isEqualTo("\"caller\";q=1000;w=2, \"clinic\";q=4000;w=2");
        assertThat(verdict.header()).isEqualTo("\"caller\";r=999");
    }

    @Test
    void neverPromiseMoreThanIsEarned() {
        Verdict verdict = limits(Map.of("stillpoint.gateway.limits.caller.per-second", "1000",
                "stillpoint.gateway.limits.caller.burst", "1500")).count("", "app", "somebody");

        assertThat(verdict.policyHeader()).isEqualTo("\"caller\";q=1500;w=2");
    }

    @Test
    void tellOfTheClinicWhenItHasLessLeft() {
        Limits limits = limits(Map.of("stillpoint.gateway.limits.clinic.per-second", "1", "stillpoint.gateway.limits.clinic.burst", "2"));
        limits.count("harbor", "app", "one");
        limits.count("harbor", "app", "two");

        Verdict third = limits.count("harbor", "app", "three");

        assertThat(third.allowed()).isFalse();
        assertThat(third.header()).isEqualTo("\"clinic\";r=0;t=1");
        assertThat(third.policyHeader()).isEqualTo("\"caller\";q=1000;w=2, \"clinic\";q=2;w=2");
    }
}
