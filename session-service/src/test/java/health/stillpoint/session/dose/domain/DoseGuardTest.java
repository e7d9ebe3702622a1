package health.stillpoint.session.dose.domain;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import health.stillpoint.session.fixtures.Cases;
import health.stillpoint.session.order.domain.OrderRefusal;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

class DoseGuardTest {

    @TestFactory
    Stream<DynamicTest> namesEveryUnmetConditionAtOnce() {
        return Cases.of("dose-guard", one -> assertThat(DoseGuard.unmet(facts(one.given()))).extracting(Enum::name)
                .containsExactlyElementsOf(Cases.texts(one.then(), "unmet")));
    }

    /** Everything as it should be, but for what the case changes. */
    private static DoseFacts facts(JsonNode given) {
        return new DoseFacts(yes(given, "candidacyAccepted"), yes(given, "candidacyInDate"), yes(given, "consentValid"), yes(given, "baselineCompleted"),
                given.path("preparationsCounting").asInt(1), given.path("preparationsNeeded").asInt(1), given.path("openHolds").asInt(0),
                yes(given, "previousDoseIntegrated"), no(given, "gapTooShort"), no(given, "rollingLimitReached"), no(given, "fifthDoseUnapproved"),
                no(given, "reviewDue"), yes(given, "courseHasDoseLeft"), DoseFacts.Checklist.valueOf(Cases.text(given, "checklist", "PERMITS")),
                yes(given, "orderUsable"), yes(given, "orderSigned"), reasons(given, "orderBreaks", OrderRefusal.Reason::valueOf), yes(given, "weightInDate"), yes(given, "lotInDate"),
                yes(given, "lotSufficient"), yes(given, "lotFits"), no(given, "knowledgeStale"), no(given, "knowledgeOverridden"), no(given, "factUnread"),
                yes(given, "checkedIn"), no(given, "alreadyDosed"), yes(given, "doubleChecked"),
                reasons(given, "before", DoseTiming.Before::valueOf));
    }

    private static <T> Set<T> reasons(JsonNode given, String field, Function<String, T> named) {
        return Cases.texts(given, field).stream().map(named).collect(Collectors.toSet());
    }

    private static boolean yes(JsonNode given, String field) {
        return Cases.flag(given, field, true);
    }

    private static boolean no(JsonNode given, String field) {
        return Cases.flag(given, field, false);
    }
}
