package health.stillpoint.kit.http;

import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.ProblemException;
import jakarta.ws.rs.core.HttpHeaders;
import java.net.URI;
import org.jboss.resteasy.reactive.RestResponse;

/** Answers with a strong entity tag: the version of the record in double quotes. */
public final class Answers {

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
     * @throws ProblemException 428 without the header, 412 when the version is another one
     */
    public static void requireMatch(String ifMatch, long version) {
        if (ifMatch == null || ifMatch.isBlank()) {
            throw new ProblemException(Problem.of(428, "precondition-required", "If-Match is required")
                    .detail("Send the ETag of the version you read as If-Match."));
        }
        String expected = tag(version);
        for (String candidate : ifMatch.split(",")) {
            String trimmed = candidate.trim();
            if (trimmed.equals(expected) || trimmed.equals("*")) {
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
