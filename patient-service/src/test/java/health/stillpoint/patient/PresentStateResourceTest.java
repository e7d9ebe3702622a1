package health.stillpoint.patient;

import static health.stillpoint.patient.fixtures.Api.PATIENTS;
import static health.stillpoint.patient.fixtures.Api.as;
import static health.stillpoint.patient.fixtures.Api.post;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;

import health.stillpoint.kit.testing.Events;
import health.stillpoint.kit.testing.Eventually;
import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.patient.erasure.api.ErasureExamples;
import health.stillpoint.patient.fixtures.Api;
import io.quarkus.test.common.http.TestHTTPResource;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

@ServiceTest
class PresentStateResourceTest {

    @TestHTTPResource(value = "/re-announce", management = true)
    URI reAnnounce;

    @Test
    void tellsOnceMoreWhatHoldsInTheOrderItCameAbout() {
        // Given
        UUID patient = Api.anAcceptedPatient();
        Api.consent(patient);
        Eventually.holds(() -> assertThat(typesAbout(patient)).contains("patient.consent-granted.v1"));
        int toldBefore = typesAbout(patient).size();

        // When
        given().post(reAnnounce).then().statusCode(200);

        // Then
        Eventually.holds(() -> assertThat(typesAbout(patient).stream().skip(toldBefore)).containsExactly(
                "patient.registered.v1", "patient.intake-signed.v1", "patient.candidacy-decided.v1",
                "patient.consent-granted.v1"));
    }

    @Test
    void tellsOfEveryRecordOfAnErasedPerson() {
        // Given
        UUID survivor = Api.aRegisteredPatient();
        UUID merged = Api.aRegisteredPatient();
        as("clinic-admin").header("If-Match", "*").body("{\"duplicateId\": \"" + merged + "\", \"reason\": \"same person\"}")
                .post(PATIENTS + "/" + survivor + "/merge").then().statusCode(200);
        post("clinic-admin", survivor, "/erasure-requests", ErasureExamples.ERASE).statusCode(200);
        Eventually.holds(() -> assertThat(typesAbout(merged)).contains("patient.erased.v1"));
        int toldBefore = typesAbout(merged).size();

        // When
        given().post(reAnnounce).then().statusCode(200);

        // Then
        Eventually.holds(() -> assertThat(typesAbout(merged).stream().skip(toldBefore)).containsExactly(
                "patient.registered.v1", "patient.merged.v1", "patient.erased.v1"));
    }

    private static List<String> typesAbout(UUID patient) {
        return Events.on("patient.events.v1").stream()
                .filter(fact -> patient.toString().equals(fact.key()))
                .map(Events.Published::type)
                .toList();
    }
}
