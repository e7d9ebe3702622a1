package health.stillpoint.session.order.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.course.domain.Route;
import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ExcludedLevelTest {

    @ParameterizedTest(name = "untreated sleep apnea excludes {0} {1}: {2}")
    @CsvSource({"IM, PSYCHEDELIC, true", "IV, PSYCHEDELIC, true", "SL, PSYCHEDELIC, false", "IM, TRANSITIONAL, false", "IV, PSYCHOLYTIC, false"})
    void excludesThePsychedelicLevelByNeedleOrLine(Route route, DoseLevel level, boolean expected) {
        assertThat(ExcludedLevel.excludes(Set.of("NO_PSYCHEDELIC_LEVEL_IM_IV"), route, level)).isEqualTo(expected);
        assertThat(ExcludedLevel.excludes(Set.of("LOW_START"), route, level)).isFalse();
    }
}
