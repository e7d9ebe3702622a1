package health.stillpoint.kit.operation;

import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/** Takes the SHA-256 of the body of a call that named itself, so that a repeat can be told from another call. */
@Provider
public class BodyDigest implements ReaderInterceptor {

    private static final String PROPERTY = BodyDigest.class.getName();

    @Override
    public Object aroundReadFrom(ReaderInterceptorContext context) throws IOException, WebApplicationException {
        if (context.getHeaders().getFirst(IdempotentCall.HEADER) != null) {
            byte[] body = context.getInputStream().readAllBytes();
            context.setProperty(PROPERTY, sha256().digest(body));
            context.setInputStream(new ByteArrayInputStream(body));
        }
        return context.proceed();
    }

    /** The digest of the request's body; of nothing when it had none. */
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
