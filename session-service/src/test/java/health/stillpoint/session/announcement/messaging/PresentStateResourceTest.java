package health.stillpoint.session.announcement.messaging;

import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.session.fixtures.SessionSteps;
import io.quarkus.test.common.http.TestHTTPResource;
import io.restassured.RestAssured;
import java.net.URL;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** A reader that lost everything can rebuild its picture. */
@ServiceTest
class PresentStateResourceTest {

    private final SessionSteps steps = SessionSteps.in("harbor");

    @TestHTTPResource(value = "/re-announce", management = true)
    URL reAnnounce;

    @Test
    void isToldOnceMoreInTheOrderItCameAbout() {
        // Given
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        steps.recoveredAndDischarged(dosed);
        steps.integrated(dosed);
        Events.await(SessionSteps.OWN_FACTS, "session.integration-completed.v1", dosed.patient());
        int before = about(dosed).size();

        // When
        RestAssured.given().post(reAnnounce).then().statusCode(200);

        // Then
        List<String> wanted = List.of("session.course-planned.v1", "session.dose-administered.v1", "session.session-discharged.v1", "session.integration-completed.v1");
        Eventually.get(() -> {
            List<Events.Published> facts = about(dosed);
            assertThat(facts.subList(before, facts.size())).extracting(Events.Published::type).containsExactlyElementsOf(wanted);
            return null;
        });
    }

    @Test
    void tellsOfAnAdverseEventTheReportThatHolds() {
        // Given
        SessionSteps.Dosed dosed = steps.sessionUnderObservation();
        UUID amendedEvent = steps.adverseEvent(dosed, steps.vomiting(dosed, 1));
        UUID otherEvent = steps.adverseEvent(dosed, steps.vomiting(dosed, 1));
        Map<String, Object> amendment = steps.vomiting(dosed, 3);
        amendment.putAll(Map.of("amends", amendedEvent, "amendmentReason", "CANARY-worse"));
        steps.adverseEvent(dosed, amendment);
        Eventually.holds(() -> assertThat(adverseEvents(dosed)).hasSize(3));

        // When
        RestAssured.given().post(reAnnounce).then().statusCode(200);

        // Then
        Eventually.holds(() -> assertThat(adverseEvents(dosed).stream().skip(3)
                .map(fact -> fact.json().get("adverseEventId").asText() + " " + fact.json().get("grade").asInt()))
                .containsExactly(amendedEvent + " 3", otherEvent + " 1"));
    }

    private static List<Events.Published> adverseEvents(SessionSteps.Dosed dosed) {
        return about(dosed).stream().filter(fact -> fact.type().equals("session.adverse-event-reported.v1")).toList();
    }

    private static List<Events.Published> about(SessionSteps.Dosed dosed) {
        return Events.on(SessionSteps.OWN_FACTS).stream().filter(fact -> dosed.patient().toString().equals(fact.key()))
                .filter(fact -> !fact.type().equals("session.vital-alert-raised.v1")).toList();
    }
}
