package health.stillpoint.session.session;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.charting.domain.Sequence;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.session.domain.Escort;
import health.stillpoint.session.session.domain.SessionNote;
import health.stillpoint.session.session.domain.SessionRepository;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The steps of a session: check-in, start and signature. */
@ApplicationScoped
public class Sessions {

    private final SessionRepository sessions;
    private final Instance<SigningStep> steps;
    private final Charting charting;
    private final SessionEvents events;

    Sessions(SessionRepository sessions, Instance<SigningStep> steps, Charting charting, SessionEvents events) {
        this.sessions = sessions;
        this.steps = steps;
        this.charting = charting;
        this.events = events;
    }

    public TreatmentSession withId(UUID id) {
        return sessions.withId(id).orElseThrow(() -> new NoSuchRecord("session"));
    }

    public TreatmentSession checkIn(UUID id, Escort escort, Instant at) {
        return sessions.update(withId(id).checkIn(escort, at));
    }

    /** May be charted late, but not before the patient came. */
    public TreatmentSession start(UUID id, Instant at) {
        TreatmentSession session = withId(id);
        charting.inOrder(List.of(new Sequence("startedAt", at, session.checkedInAt(), "the check-in")));
        return sessions.update(session.start(at));
    }

    /**
     * Signs a talking session. A preparation of 60 minutes or more counts before the first dose; an integration session
     * completes the task of its dose or is refused with every reason.
     *
     * @param ended when the session ended; may be charted late
     * @param note the signer's psychotherapy note, kept apart; null when none
     */
    public TreatmentSession sign(UUID id, Duration length, Instant ended, String note, UUID by, boolean therapist) {
        Instant now = charting.now();
        TreatmentSession session = withId(id);
        charting.inOrder(List.of(new Sequence("endedAt", ended, session.startedAt(), "the start")));
        TreatmentSession signed = sessions.update(session.sign(length, by, ended));
        steps.forEach(step -> step.signed(signed, length, therapist, now));
        if (signed.countsAsPreparation()) {
            events.preparationCompleted(signed, now);
        }
        if (note != null && !note.isBlank()) {
            sessions.addNote(new SessionNote(Ids.next(), id, by, note, now));
        }
        return signed;
    }

    /** The caller's own notes of a session; nobody else's are ever shown. */
    public List<SessionNote> ownNotes(UUID id, UUID author) {
        return sessions.notesOf(withId(id).id(), author);
    }
}
