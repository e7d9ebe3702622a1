package health.stillpoint.kit.http;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import health.stillpoint.kit.problem.Problem;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.ext.Provider;
import java.io.IOException;
import java.io.OutputStream;
import java.lang.annotation.Annotation;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.spi.ServerMessageBodyWriter;
import org.jboss.resteasy.reactive.server.spi.ServerRequestContext;
import io.vertx.ext.web.RoutingContext;

/** Writes JSON answers: kept bytes as they are, problems with the request's id, everything else through Jackson. */
@Provider
@Produces({"application/json", "application/*+json"})
public class JsonWriter extends ServerMessageBodyWriter.AllWriteableMessageBodyWriter {

    private final ObjectMapper mapper;

    JsonWriter(ObjectMapper mapper) {
        this.mapper = mapper;
    }

    @Override
    public void writeResponse(Object entity, Type genericType, ServerRequestContext context) throws IOException {
        context.serverResponse().end(bytes(entity, (ResteasyReactiveRequestContext) context));
    }

    @Override
    public void writeTo(Object entity, Class<?> type, Type genericType, Annotation[] annotations, MediaType mediaType,
            MultivaluedMap<String, Object> httpHeaders, OutputStream out) throws IOException {
        out.write(plain(entity));
    }

    private byte[] bytes(Object entity, ResteasyReactiveRequestContext request) throws IOException {
        if (entity instanceof Problem problem) {
            ObjectNode named = mapper.valueToTree(problem);
            named.put("requestId", RequestId.of(request.unwrap(RoutingContext.class)));
            return mapper.writeValueAsBytes(named);
        }
        byte[] kept = JsonAnswer.of(entity, request);
        return kept == null ? plain(entity) : kept;
    }

    private byte[] plain(Object entity) throws IOException {
        return switch (entity) {
            case byte[] bytes -> bytes;
            case String text -> text.getBytes(StandardCharsets.UTF_8);
            case null, default -> mapper.writeValueAsBytes(entity);
        };
    }
}
