package health.stillpoint.kit.operation;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.ext.Provider;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.Arrays;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;
import org.jboss.resteasy.reactive.server.handlers.RequestDeserializeHandler;
import org.jboss.resteasy.reactive.server.spi.ResteasyReactiveContainerRequestContext;

/**
 * Takes the SHA-256 of the body of a call that named itself, so that a repeat can be told from another call. A filter, for an
 * interceptor of the reading makes RESTEasy parse the method's annotations at each call.
 */
@Provider
public class BodyDigest implements ContainerRequestFilter {

    private static final String PROPERTY = BodyDigest.class.getName();

    @Override
    public void filter(ContainerRequestContext context) throws IOException {
        if (context.getHeaderString(IdempotentCall.HEADER) != null && isRead(context)) {
            byte[] body = context.getEntityStream().readAllBytes();
            context.setProperty(PROPERTY, sha256().digest(body));
            context.setEntityStream(new ByteArrayInputStream(body));
        }
    }

    /** Whether the method takes a body, whatever {@code Content-Type} says: {@code hasEntity} knows no body without one. */
    private static boolean isRead(ContainerRequestContext context) {
        var request = (ResteasyReactiveRequestContext) ((ResteasyReactiveContainerRequestContext) context).getServerRequestContext();
        return Arrays.stream(request.getTarget().getHandlerChain()).anyMatch(RequestDeserializeHandler.class::isInstance);
    }

    /** The digest of the body that the method takes; of nothing when it takes none. */
    static byte[] of(ResteasyReactiveRequestContext request) {
        return request.getProperty(PROPERTY) instanceof byte[] digest ? digest : new byte[0];
    }

    static MessageDigest sha256() {
        try {
            return MessageDigest.getInstance("SHA-256");
        } catch (NoSuchAlgorithmException e) {
            throw new IllegalStateException("Every Java platform has SHA-256", e);
        }
    }
}
