package health.stillpoint.gateway.contract;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.time.Instant;
import java.util.Optional;

/**
 * What is known of one service's OpenAPI document.
 *
 * @param document the last good copy; empty when there was none yet
 * @param fetchedAt when that copy came
 * @param current false when the service did not answer the last time
 */
record ServiceDocument(Optional<ObjectNode> document, Optional<Instant> fetchedAt, boolean current) {

    static final ServiceDocument NEVER_SEEN = new ServiceDocument(Optional.empty(), Optional.empty(), false);

    static ServiceDocument fresh(ObjectNode document, Instant at) {
        return new ServiceDocument(Optional.of(document), Optional.of(at), true);
    }

    /** The same copy, now that its owner does not answer. */
    ServiceDocument kept() {
        return new ServiceDocument(document, fetchedAt, false);
    }

    /** {@code current}, {@code last-known} or {@code missing}. */
    String state() {
        if (document.isEmpty()) {
            return "missing";
        }
        return current ? "current" : "last-known";
    }
}
