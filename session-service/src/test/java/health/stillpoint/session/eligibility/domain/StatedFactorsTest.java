package health.stillpoint.session.eligibility.domain;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.session.course.domain.Route;
import java.math.BigDecimal;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class StatedFactorsTest {

    @ParameterizedTest(name = "told {0}, and {1} by needle or line: {3} by {2}")
    @CsvSource({"0.5, 0.75, SL, 0.5", "0.5, 0.75, IN, 0.5", "0.5, 0.75, IM, 0.75", "0.5, 0.75, SC, 0.75", "0.5, 0.75, IV, 0.75",
            "1, 1, IM, 1", "0.75, , IM, 0.75", "0.75, , SL, 0.75", ", 0.75, IM, 0.75", ", 0.75, SL, 0.5", ", , IM, 0.5", ", , SL, 0.5",
            "2, 2, IM, 1", "2, 2, SL, 1", "0, 0, IM, 0.5"})
    void takesTheSmallerFactorWhereNothingElseIsTold(BigDecimal any, BigDecimal parenteral, Route route, BigDecimal expected) {
        assertThat(StatedFactors.told(any, parenteral).by(route.parenteral())).isEqualByComparingTo(expected);
    }
}
