package health.stillpoint.kit.http;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import java.util.regex.Pattern;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a strong entity tag: the version of the record in double quotes. */
public final class Answers {

    /** One or more strong entity tags; ours hold no comma, so none is read here. */
    private static final Pattern STRONG_TAGS = Pattern.compile("\\s*\"[!#-+\\--~]*\"\\s*(,\\s*\"[!#-+\\--~]*\"\\s*)*");

    private Answers() {
    }

    /** 201 with {@code Location} and {@code ETag}. */
    public static <T> RestResponse<T> created(URI location, T view, long version) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.CREATED)
                .entity(view)
                .header(HttpHeaders.LOCATION, location.toString())
                .header(HttpHeaders.ETAG, tag(version))
                .build();
    }

    /** 200 with {@code ETag}. */
    public static <T> RestResponse<T> ok(T view, long version) {
        return RestResponse.ResponseBuilder.<T>create(RestResponse.Status.OK)
                .entity(view)
                .header(HttpHeaders.ETAG, tag(version))
                .build();
    }

    /**
     * Refuses a change to a record the caller has not seen in its present version.
     *
     * @param ifMatch the caller's {@code If-Match} header, null when there was none
     * @param version the present version
     * @throws ProblemException 428 without the header, 400 when it is no strong entity tag, 412 when the version is another one
     */
    public static void requireMatch(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(Problem.of(428, "precondition-required", "If-Match is required")
                    .detail("Send the ETag of the version you read as If-Match."));
        }
        if (ifMatch.strip().equals("*")) {
            return;
        }
        if (!STRONG_TAGS.matcher(ifMatch).matches()) {
            throw new ProblemException(Problem.of(400, "if-match-unusable", "If-Match is not a strong entity tag")
                    .detail("Send the ETag header of the version you read as it came, in double quotes and without W/, such as \"3\"."));
        }
        String expected = tag(version);
        for (String candidate : ifMatch.split(",")) {
            if (candidate.strip().equals(expected)) {
                return;
            }
        }
        throw new ProblemException(Problem.of(412, "precondition-failed", "The record has changed")
                .detail("Read the record again and repeat the change on the version you then see."));
    }

    /** The entity tag of a version. */
    public static String tag(long version) {
        return "\"" + version + "\"";
    }
}
