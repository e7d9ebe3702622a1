package health.stillpoint.kit.testing;

import static org.assertj.core.api.Assertions.assertThat;

import com.tngtech.archunit.core.domain.JavaClasses;
import com.tngtech.archunit.core.importer.ClassFileImporter;
import com.tngtech.archunit.lang.ArchRule;
import health.stillpoint.kit.broken.BrokenConfig;
import health.stillpoint.kit.broken.BrokenResource;
import health.stillpoint.kit.broken.domain.BrokenRule;
import org.junit.jupiter.api.Test;

class HouseRulesTest {

    private static final String BROKEN = "health.stillpoint.kit.broken";

    private final JavaClasses broken = new ClassFileImporter().importClasses(BrokenRule.class, BrokenResource.class, BrokenConfig.class);

    @Test
    void findADomainThatKnowsAFramework() {
        refuses(HouseRules.domainKnowsOnlyJava(BROKEN));
    }

    @Test
    void findAClockReadDirectly() {
        refuses(HouseRules.timeComesFromTheClock());
    }

    @Test
    void findSomethingPrinted() {
        refuses(HouseRules.nothingIsPrinted());
    }

    @Test
    void findACallOfAResource() {
        refuses(HouseRules.resourcesStandAtTheEdge());
    }

    @Test
    void findASettingWithAConstraint() {
        refuses(HouseRules.settingsBearNoConstraints());
    }

    @Test
    void refuseToCheckADomainThatDoesNotExist() {
        refuses(HouseRules.domainKnowsOnlyJava("health.stillpoint.absent"));
    }

    private void refuses(ArchRule rule) {
        boolean violated;
        try {
            violated = rule.evaluate(broken).hasViolation();
        } catch (AssertionError emptyRule) {
            violated = true;
        }
        assertThat(violated).isTrue();
    }
}
