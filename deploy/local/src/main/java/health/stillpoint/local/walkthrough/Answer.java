package health.stillpoint.local.walkthrough;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.MissingNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.StreamSupport;

/**
 * What the API answered to one request.
 *
 * @param asked method and path, for messages
 * @param status HTTP status code
 * @param text the body as it came
 * @param version the value of ETag, to be sent back as If-Match
 */
public record Answer(String asked, int status, String text, Optional<String> version) {

    private static final ObjectMapper JSON = new ObjectMapper();

    /** The body as JSON; a missing node when it is none. */
    public JsonNode body() {
        try {
            return text.isBlank() ? MissingNode.getInstance() : JSON.readTree(text);
        } catch (JsonProcessingException notJson) {
            return MissingNode.getInstance();
        }
    }

    /** This answer if it has the status; fails with what was said instead. */
    public Answer expect(int expected) {
        if (status != expected) {
            throw new WalkthroughFailure(asked + " was to answer " + expected + " and answered " + said());
        }
        return this;
    }

    /** This answer if it succeeded. */
    public Answer ok() {
        if (!succeeded()) {
            throw new WalkthroughFailure(asked + " was to succeed and answered " + said());
        }
        return this;
    }

    /** This answer if it is the refusal expected, by status and problem code, with at least these reasons. */
    public Answer expectRefusal(int expected, String code, String... reasons) {
        expect(expected);
        if (!code.equals(code())) {
            throw new WalkthroughFailure(asked + " was to be refused as " + code + " and was refused as " + said());
        }
        List<String> missing = new ArrayList<>(List.of(reasons));
        missing.removeAll(reasons());
        if (!missing.isEmpty()) {
            throw new WalkthroughFailure(asked + " was refused as " + said() + " without the reason " + String.join(", ", missing));
        }
        return this;
    }

    boolean succeeded() {
        return status >= 200 && status < 300;
    }

    /** Code of the problem, or empty. */
    public String code() {
        return body().path("code").asText("");
    }

    /** Reasons a refusal names: {@code unmet}, or {@code missing} of an incomplete form. */
    public List<String> reasons() {
        JsonNode problem = body();
        return texts(problem.has("unmet") ? problem.get("unmet") : problem.path("missing"));
    }

    /** The new thing's id. */
    public UUID id() {
        return uuid("id");
    }

    /** A UUID member of the body. */
    public UUID uuid(String member) {
        return UUID.fromString(required(member).asText());
    }

    /** A member of the body that must be there. */
    public JsonNode required(String member) {
        JsonNode value = body().path(member);
        if (value.isMissingNode() || value.isNull()) {
            throw new WalkthroughFailure(asked + " answered without " + member + ": " + said());
        }
        return value;
    }

    /** The elements of a list answer. */
    public List<JsonNode> items() {
        return StreamSupport.stream(required("items").spliterator(), false).toList();
    }

    static List<String> texts(JsonNode array) {
        return StreamSupport.stream(array.spliterator(), false).map(JsonNode::asText).toList();
    }

    private String said() {
        JsonNode problem = body();
        if (!problem.has("code")) {
            return status + (text.isBlank() ? "" : ": " + text.substring(0, Math.min(300, text.length())));
        }
        StringBuilder said = new StringBuilder(status + " " + problem.path("code").asText());
        if (problem.has("detail")) {
            said.append(": ").append(problem.get("detail").asText());
        }
        if (!reasons().isEmpty()) {
            said.append(" ").append(reasons());
        }
        problem.path("violations").forEach(violation -> said.append(" [").append(violation.path("field").asText())
                .append(" ").append(violation.path("message").asText()).append("]"));
        return said.append(" (request ").append(problem.path("requestId").asText("?")).append(")").toString();
    }
}
