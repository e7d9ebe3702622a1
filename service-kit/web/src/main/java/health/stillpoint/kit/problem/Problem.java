package health.stillpoint.kit.problem;

import com.fasterxml.jackson.annotation.JsonAnyGetter;
import com.fasterxml.jackson.annotation.JsonIgnore;
import com.fasterxml.jackson.annotation.JsonInclude;
import com.fasterxml.jackson.annotation.JsonPropertyOrder;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.RestResponse;

/**
 * A refusal as RFC 9457 says it ({@code application/problem+json}).
 *
 * <p>Immutable. {@code type} is {@code https://stillpoint.health/problems/<code>}; {@code requestId} is filled in when
 * the answer is written. Nothing in it may name a person, a class, a statement or a value somebody entered.
 */
@JsonInclude(JsonInclude.Include.NON_EMPTY)
@JsonPropertyOrder({"type", "title", "status", "detail", "code", "requestId", "violations"})
public final class Problem {

    /** The media type of every refusal. */
    public static final String MEDIA_TYPE = "application/problem+json";

    private static final String TYPES = "https://stillpoint.health/problems/";

    private final int status;
    private final String code;
    private final String title;
    private final String detail;
    private final List<Violation> violations;
    private final Map<String, Object> extensions;

    private Problem(int status, String code, String title, String detail, List<Violation> violations,
            Map<String, Object> extensions) {
        this.status = status;
        this.code = code;
        this.title = title;
        this.detail = detail;
        this.violations = violations;
        this.extensions = extensions;
    }

    /** A problem of the given HTTP status; the code never changes its meaning, the title is fixed for a code. */
    public static Problem of(int status, String code, String title) {
        return new Problem(status, code, title, null, List.of(), Map.of());
    }

    /** The same problem with words that help this caller. */
    public Problem detail(String words) {
        return new Problem(status, code, title, words, violations, extensions);
    }

    /** The same problem with one more member, such as {@code unmet: ["ESCORT"]}. */
    public Problem with(String member, Object value) {
        Map<String, Object> more = new LinkedHashMap<>(extensions);
        more.put(member, value);
        return new Problem(status, code, title, detail, violations, more);
    }

    /** The same problem naming the values that are out of range. */
    public Problem violations(List<Violation> found) {
        return new Problem(status, code, title, detail, List.copyOf(found), extensions);
    }

    /** This problem as an answer. */
    public RestResponse<Problem> toResponse() {
        return RestResponse.ResponseBuilder.<Problem>create(status).entity(this).type(MEDIA_TYPE).build();
    }

    /** This problem to be thrown. */
    public ProblemException toException() {
        return new ProblemException(this);
    }

    public String getType() {
        return TYPES + code;
    }

    public String getTitle() {
        return title;
    }

    public int getStatus() {
        return status;
    }

    public String getDetail() {
        return detail;
    }

    public String getCode() {
        return code;
    }

    public List<Violation> getViolations() {
        return violations;
    }

    /** Extension members, written beside the standard ones. */
    @JsonAnyGetter
    public Map<String, Object> getExtensions() {
        return extensions;
    }

    /** Status, code and nothing that was entered. */
    @Override
    @JsonIgnore
    public String toString() {
        return status + " " + code;
    }
}
