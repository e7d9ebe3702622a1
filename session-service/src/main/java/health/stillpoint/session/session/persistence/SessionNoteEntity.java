package health.stillpoint.session.session.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.session.domain.SessionNote;
import jakarta.persistence.Entity;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code session_note}; never changed. */
@Entity
@Table(name = "session_note")
public class SessionNoteEntity extends ClinicEntity {

    public UUID sessionId;
    public UUID author;
    public String text;
    public Instant writtenAt;

    static SessionNoteEntity of(SessionNote note) {
        SessionNoteEntity row = new SessionNoteEntity();
        row.id = note.id();
        row.sessionId = note.sessionId();
        row.author = note.author();
        row.text = note.text();
        row.writtenAt = note.writtenAt();
        return row;
    }

    SessionNote toDomain() {
        return new SessionNote(id, sessionId, author, text, writtenAt);
    }
}
