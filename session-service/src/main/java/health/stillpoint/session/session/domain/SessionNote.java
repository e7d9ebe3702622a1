package health.stillpoint.session.session.domain;

import java.time.Instant;
import java.util.UUID;

/** A psychotherapy note; readable by its author alone, never in an event, a list or an export. */
public record SessionNote(UUID id, UUID sessionId, UUID author, String text, Instant writtenAt) {

    @Override
    public String toString() {
        return "SessionNote[" + id + "]";
    }
}
