package health.stillpoint.session;

import health.stillpoint.kit.testing.HouseRules;
import org.junit.jupiter.api.Test;

class ArchitectureTest {

    @Test
    void keepsTheDirectionsAndHabitsOfTheHouse() {
        HouseRules.hold("health.stillpoint.session");
    }
}
