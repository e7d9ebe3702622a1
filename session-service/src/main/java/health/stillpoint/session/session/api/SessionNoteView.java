package health.stillpoint.session.session.api;

import health.stillpoint.session.session.domain.SessionNote;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The caller's own note. */
public record SessionNoteView(UUID id, String text, Instant writtenAt) {

    /** A list of notes. */
    public record Notes(List<SessionNoteView> items) {
    }

    static SessionNoteView of(SessionNote note) {
        return new SessionNoteView(note.id(), note.text(), note.writtenAt());
    }

    @Override
    public String toString() {
        return "SessionNoteView[" + id + "]";
    }
}
