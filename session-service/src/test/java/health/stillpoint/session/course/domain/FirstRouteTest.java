package health.stillpoint.session.course.domain;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.Set;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class FirstRouteTest {

    @ParameterizedTest(name = "injection phobia excludes {0}, first dose {1}: {2}")
    @CsvSource({"IM, true, true", "IV, true, true", "SC, true, true", "SL, true, false", "IN, true, false",
        "IM, false, false", "IV, false, false", "SC, false, false"})
    void isNoNeedleOrLineWhereItIsFeared(Route route, boolean firstDose, boolean expected) {
        assertThat(FirstRoute.excludes(Set.of("LOW_START", "FIRST_ROUTE_NOT_INJECTED"), route, firstDose)).isEqualTo(expected);
        assertThat(FirstRoute.excludes(Set.of("LOW_START"), route, firstDose)).isFalse();
    }
}
