package health.stillpoint.kit.http;

import org.jboss.resteasy.reactive.server.core.CurrentRequestManager;
import org.jboss.resteasy.reactive.server.core.ResteasyReactiveRequestContext;

/**
 * The bytes of an answer that were already made while its transaction ran, so that it is serialized once.
 *
 * @param entity what the bytes say
 * @param bytes UTF-8 JSON
 */
public record JsonAnswer(Object entity, byte[] bytes) {

    private static final String KEY = JsonAnswer.class.getName();

    /** Keeps the bytes at the running request. */
    public static void keep(Object entity, byte[] bytes) {
        ResteasyReactiveRequestContext request = CurrentRequestManager.get();
        if (request != null) {
            request.setProperty(KEY, new JsonAnswer(entity, bytes));
        }
    }

    /** The bytes of exactly this entity, null when there are none. */
    static byte[] of(Object entity, ResteasyReactiveRequestContext request) {
        return request.getProperty(KEY) instanceof JsonAnswer kept && kept.entity == entity ? kept.bytes : null;
    }
}
