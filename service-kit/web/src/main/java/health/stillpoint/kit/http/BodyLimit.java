package health.stillpoint.kit.http;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import health.stillpoint.kit.problem.Problem;
import health.stillpoint.kit.problem.Problems;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.core.http.HttpHeaders;
import io.vertx.ext.web.RoutingContext;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;

/** Refuses a body that is too long: unread when it says so itself, else as soon as it turns out to be. */
@Provider
@ApplicationScoped // Made when it is first used: interceptors are set up before there is any configuration.
@Priority(Priorities.ENTITY_CODER)
public class BodyLimit implements ReaderInterceptor {

    /** Just before Quarkus, which refuses without a word. */
    private static final int BEFORE_QUARKUS = 3;

    private final int longest;
    private final ObjectMapper json;

    BodyLimit(HttpConfig config, ObjectMapper json) {
        this.longest = config.maxBodyBytes();
        this.json = json;
    }

    void register(@Observes Filters filters) {
        filters.register(this::declared, BEFORE_QUARKUS);
    }

    private void declared(RoutingContext context) {
        String length = context.request().getHeader(HttpHeaders.CONTENT_LENGTH);
        if (length == null || Long.parseLong(length) <= longest) {
            context.next();
            return;
        }
        context.response().setStatusCode(413)
                .putHeader(HttpHeaders.CONTENT_TYPE, Problem.MEDIA_TYPE)
                .putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE)
                .end(body(tooLarge().with("requestId", RequestId.of(context))));
        Lingering.close(context.vertx(), context.request());
    }

    /** Counts what declares no length; the counted bytes are then read from memory. */
    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getHeaders().getFirst("Content-Length") == null) {
            byte[] body = context.getInputStream().readNBytes(longest + 1);
            if (body.length > longest) {
                closeBehindTheAnswer(CurrentRequestManager.get().unwrap(RoutingContext.class));
                throw tooLarge().toException();
            }
            if (body.length > 0) {
                context.setInputStream(new ByteArrayInputStream(body));
            }
        }
        return context.proceed();
    }

    private static void closeBehindTheAnswer(RoutingContext context) {
        context.response().putHeader(HttpHeaders.CONNECTION, HttpHeaders.CLOSE);
        context.addEndHandler(_ -> Lingering.close(context.vertx(), context.request()));
    }

    private Problem tooLarge() {
        return Problems.ofStatus(413).with("maxBytes", longest);
    }

    private Buffer body(Problem problem) {
        try {
            return Buffer.buffer(json.writeValueAsBytes(problem));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A problem could not be written", impossible);
        }
    }
}
