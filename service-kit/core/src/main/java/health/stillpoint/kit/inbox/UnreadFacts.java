package health.stillpoint.kit.inbox;

import java.util.Set;
import java.util.UUID;

/**
 * Facts that came and could not be applied: what they said is not known here. One that an operator dismissed is unread no longer:
 * they have answered for it.
 */
public interface UnreadFacts {

    /**
     * Whether a dead letter about this key waits to be applied: one of the clinic, or of none that can be read.
     *
     * @param types of the facts asked about; a letter whose type cannot be read is one of them
     */
    boolean waitFor(UUID key, Set<String> types);
}
