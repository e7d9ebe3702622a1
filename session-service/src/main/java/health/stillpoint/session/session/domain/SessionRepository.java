package health.stillpoint.session.session.domain;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The sessions of a clinic. */
public interface SessionRepository {

    Optional<TreatmentSession> withId(UUID id);

    /** The patient of a session, read without keeping the session in view. */
    Optional<UUID> patientOf(UUID id);

    List<TreatmentSession> list(SessionFilter filter, UUID after, int limit);

    /**
     * Books a session.
     *
     * @throws DoubleBooked when practitioner, room or patient is taken at that time; the database decides
     */
    TreatmentSession add(TreatmentSession session);

    /** @throws DoubleBooked when a changed time collides */
    TreatmentSession update(TreatmentSession session);

    /** Signed preparation sessions of a course that ended at or after the moment. */
    List<TreatmentSession> signedPreparations(UUID courseId, Instant endedFrom);

    /** Sessions of a patient that nobody has come to yet. */
    List<TreatmentSession> plannedOf(UUID patientId);

    /** Dosing sessions in which a patient is under observation now. */
    List<TreatmentSession> underObservation();

    void addNote(SessionNote note);

    List<SessionNote> notesOf(UUID sessionId, UUID author);

    /** Null members do not filter. */
    record SessionFilter(UUID patientId, UUID courseId, SessionKind kind) {
    }
}
