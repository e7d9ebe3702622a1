package health.stillpoint.outcome.instrument.api;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.nullValue;

import health.stillpoint.kit.testing.ServiceTest;
import health.stillpoint.outcome.fixtures.OutcomeSteps;
import io.restassured.response.ValidatableResponse;
import org.junit.jupiter.api.Test;

@ServiceTest
class InstrumentResourceTest {

    private final OutcomeSteps steps = OutcomeSteps.inHarbor();

    @Test
    void listsTheWholeCatalogue() {
        steps.as("analyst")
                .get("/api/v1/instruments")
                .then()
                .statusCode(200)
                .body("catalogueVersion", equalTo("1.0.0"))
                .body("items", hasSize(41))
                .body("items.find { it.code == 'EIS' }.scorable", equalTo(false));
    }

    @Test
    void describesAnInstrumentWithoutItsWording() {
        steps.as("therapist")
                .get("/api/v1/instruments/PHQ9")
                .then()
                .statusCode(200)
                .body("itemCount", equalTo(9))
                .body("total.maximum", equalTo(27))
                .body("bands.STANDARD", hasSize(5))
                .body("safetyItems", contains(9))
                .body("loinc.total", equalTo("44261-6"))
                .body(not(containsString("little interest")));
    }

    @Test
    void answersNotFoundForWhatItDoesNotKnow() {
        steps.as("therapist")
                .get("/api/v1/instruments/MMPI")
                .then()
                .statusCode(404)
                .body("code", equalTo("no-such-instrument"));
        steps.as("therapist").get("/api/v1/instruments/{code}", "x'--").then().statusCode(404);
    }

    @Test
    void scoresWithProratingAndChange() {
        score("GAD7", """
                {"answers": [2, 2.0, 1, 1, 0, 1, null], "baselineAnswers": [3, 3, 3, 2, 2, 2, 3]}""")
                .statusCode(200)
                .body("status", equalTo("SCORED_PRORATED"))
                .body("total", equalTo(8))
                .body("missingItems", contains(7))
                .body("change.baselineTotal", equalTo(18))
                .body("change.improvement", equalTo(10))
                .body("change.percentChange", equalTo(55.56f))
                .body("change.status", contains("RESPONSE", "RELIABLE_IMPROVEMENT", "MCID_MET"));
    }

    @Test
    void namesEveryOffendingItem() {
        score("GAD7", """
                {"answers": [4, 2.5, "NA", true, {"a": 1}, [1], 1e40]}""")
                .statusCode(422)
                .body("code", equalTo("answers-invalid"))
                .body("items", contains(1, 2, 3, 4, 5, 6, 7));
    }

    @Test
    void namesTheItemsASheetLacks() {
        score("GAD7", "{\"answers\": [1, 1, 1]}")
                .statusCode(422)
                .body("items", contains(4, 5, 6, 7))
                .body("itemCount", equalTo(7));
    }

    @Test
    void readsTheScreenerByItsVariant() {
        score("CSSRS_SCREEN", "{\"answers\": [0, 0, null, null, null, 1, 0]}")
                .statusCode(200)
                .body("derived[0].value", equalTo("MODERATE"));
        score("CSSRS_SCREEN", """
                {"answers": [0, 0, null, null, null, 1, null], "variant": "SINCE_LAST_CONTACT"}""")
                .statusCode(200)
                .body("derived[0].value", equalTo("HIGH"));
        score("CSSRS_SCREEN", """
                {"answers": [0, 0, null, null, null, 1, null], "variant": "YESTERDAY"}""")
                .statusCode(422)
                .body("code", equalTo("no-such-variant"))
                .body("variants", contains("SCREENING", "SINCE_LAST_CONTACT"));
    }

    @Test
    void saysNothingFinalWhileAScreenerIsIncomplete() {
        score("CSSRS_SCREEN", "{\"answers\": [1, 1, 0, 0, null, 0, null]}")
                .statusCode(200)
                .body("status", equalTo("INCOMPLETE"))
                .body("total", nullValue())
                .body("derived[0].value", nullValue())
                .body("derived[0].atLeast", equalTo("LOW"))
                .body("alerts.code", contains("CSSRS_LOW", "SAFETY_ITEM_MISSING"));
    }

    @Test
    void doesNotScoreWhatIsNotVerified() {
        score("EIS", "{\"answers\": [1]}").statusCode(409).body("code", equalTo("instrument-not-scorable"));
    }

    @Test
    void refusesUnknownFieldsAndUnreadableBodies() {
        score("GAD7", "{\"answers\": [1,1,1,1,1,1,1], \"total\": 3}")
                .statusCode(400)
                .body("code", equalTo("unreadable"));
        score("GAD7", "{\"answers\": \"1\"}").statusCode(400);
        score("GAD7", "{}").statusCode(422).body("code", equalTo("invalid-value"));
    }

    @Test
    void needsAToken() {
        given().get("/api/v1/instruments").then().statusCode(401);
        steps.as("auditor").get("/api/v1/instruments").then().statusCode(403);
    }

    private ValidatableResponse score(String code, String body) {
        return steps.as("therapist").body(body).post("/api/v1/instruments/{code}/score", code).then();
    }
}
