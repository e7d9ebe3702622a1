package health.stillpoint.patient;

import static org.assertj.core.api.Assertions.assertThatCode;

import health.stillpoint.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheHouseRules() {
        assertThatCode(() -> HouseRules.hold("health.stillpoint.patient")).doesNotThrowAnyException();
    }
}
