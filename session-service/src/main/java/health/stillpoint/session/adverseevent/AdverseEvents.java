package health.stillpoint.session.adverseevent;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.adverseevent.domain.AdverseEvent;
import health.stillpoint.session.adverseevent.domain.AdverseEventFinding;
import health.stillpoint.session.adverseevent.domain.AdverseEventHolds;
import health.stillpoint.session.adverseevent.domain.AdverseEventRepository;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.dose.domain.DoseRepository;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.hold.Holds;
import health.stillpoint.session.hold.domain.HoldCode;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.session.domain.SessionRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/**
 * Takes reports of adverse events and their amendments. The hold they place is written in the same transaction, in which the patient is
 * locked: a dose at the same moment either sees it or is given before it. Of an erased person the codes are taken, and no words.
 */
@ApplicationScoped
public class AdverseEvents {

    private final AdverseEventRepository reports;
    private final SessionRepository sessions;
    private final DoseRepository doses;
    private final Eligibility eligibility;
    private final Holds holds;
    private final Charting charting;
    private final AdverseEventReports told;

    AdverseEvents(AdverseEventRepository reports, SessionRepository sessions, DoseRepository doses, Eligibility eligibility, Holds holds,
            Charting charting, AdverseEventReports told) {
        this.reports = reports;
        this.sessions = sessions;
        this.doses = doses;
        this.eligibility = eligibility;
        this.holds = holds;
        this.charting = charting;
        this.told = told;
    }

    /** The first report of an event. */
    public AdverseEvent report(UUID sessionId, AdverseEventFinding finding, UUID by) {
        lock(sessionId);
        AdverseEvent first = AdverseEvent.first(Ids.next(), sessions.withId(sessionId).orElseThrow(() -> new NoSuchRecord("session")),
                doseBefore(sessionId, finding.onsetAt()), finding, by, charting.now());
        return record(first, AdverseEventHolds.of(finding));
    }

    /**
     * A later report of the same event, which holds from now on; what was reported stays readable.
     *
     * @param judged how it is judged now, from how it was judged before
     */
    public AdverseEvent amend(UUID sessionId, UUID adverseEventId, UnaryOperator<AdverseEventFinding> judged, String reason, UUID by) {
        lock(sessionId);
        AdverseEvent before = reports.latest(adverseEventId).filter(report -> report.sessionId().equals(sessionId))
                .orElseThrow(() -> new NoSuchRecord("adverse-event"));
        AdverseEventFinding finding = judged.apply(before.finding());
        AdverseEvent amended = before.amended(Ids.next(), doseBefore(sessionId, finding.onsetAt()), finding, reason, by, charting.now());
        return record(amended, AdverseEventHolds.of(finding, before.finding()));
    }

    public List<AdverseEvent> ofSession(UUID sessionId) {
        return reports.ofSession(sessionId);
    }

    private void lock(UUID sessionId) {
        eligibility.lock(sessions.patientOf(sessionId).orElseThrow(() -> new NoSuchRecord("session")));
    }

    private UUID doseBefore(UUID sessionId, Instant onset) {
        return doses.ofSession(sessionId).stream().filter(dose -> !dose.administeredAt().isAfter(onset)).map(Dose::id)
                .reduce((earlier, later) -> later).orElse(null);
    }

    private AdverseEvent record(AdverseEvent report, Set<HoldCode> placed) {
        AdverseEvent recorded = reports.add(eligibility.isErased(report.patientId()) ? report.withoutWords() : report);
        placed.forEach(code -> holds.place(recorded.patientId(), code, recorded.adverseEventId(), "ADVERSE_EVENT", null));
        told.reported(recorded);
        return recorded;
    }
}
