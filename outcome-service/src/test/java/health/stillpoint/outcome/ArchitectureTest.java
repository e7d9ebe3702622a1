package health.stillpoint.outcome;

import static org.assertj.core.api.Assertions.assertThatNoException;

import health.stillpoint.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheRulesOfTheHouse() {
        assertThatNoException().isThrownBy(() -> HouseRules.hold("health.stillpoint.outcome"));
    }
}
