package health.stillpoint.kit.testing;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import io.restassured.response.ValidatableResponse;
import java.util.UUID;

/** An answer's fields, for what is asked again and again: a path of REST-assured is compiled each time, for milliseconds of CPU. */
public final class Json {

    private static final ObjectMapper JSON = new ObjectMapper();

    private Json() {}

    public static JsonNode of(ValidatableResponse answer) {
        try {
            return JSON.readTree(answer.extract().asString());
        } catch (JsonProcessingException e) {
            throw new AssertionError("Not JSON: " + answer.extract().asString(), e);
        }
    }

    /** The answer's {@code id}. */
    public static UUID id(ValidatableResponse answer) {
        return UUID.fromString(of(answer).path("id").asText());
    }
}
