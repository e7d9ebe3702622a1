package health.stillpoint.session.hold;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.eligibility.Eligibility;
import health.stillpoint.session.eligibility.domain.KnownSafetyAlert;
import health.stillpoint.session.hold.domain.Hold;
import health.stillpoint.session.hold.domain.HoldCode;
import health.stillpoint.session.hold.domain.HoldPolicy;
import health.stillpoint.session.hold.domain.HoldRepository;
import health.stillpoint.session.hold.domain.SourceUnresolved;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Stops the next dose of a patient and lets a named clinician lift the stop. */
@ApplicationScoped
public class Holds {

    private final HoldRepository holds;
    private final Eligibility eligibility;
    private final Charting charting;
    private final HoldEvents events;

    Holds(HoldRepository holds, Eligibility eligibility, Charting charting, HoldEvents events) {
        this.holds = holds;
        this.eligibility = eligibility;
        this.charting = charting;
        this.events = events;
    }

    /**
     * Places a hold; one that already stands for the same code is answered instead of a second one. The patient is locked:
     * a dose at the same moment either sees the hold or is given before it.
     */
    public Hold place(UUID patientId, HoldCode code, UUID origin, String reason, UUID by) {
        eligibility.lock(patientId);
        Instant now = charting.now();
        return holds.openOf(patientId, now).stream().filter(hold -> hold.code() == code).findFirst().orElseGet(() -> {
            Hold placed = holds.add(Hold.place(Ids.next(), patientId, code, code.severity(), origin, reason, by, now));
            events.placed(placed);
            return placed;
        });
    }

    public int openCount(UUID patientId, Instant at) {
        return holds.openOf(patientId, at).size();
    }

    public List<Hold> openOf(UUID patientId) {
        return holds.openOf(patientId, charting.now());
    }

    public Hold withId(UUID id) {
        return holds.withId(id).orElseThrow(() -> new NoSuchRecord("hold"));
    }

    public List<Hold> list(UUID patientId, boolean openOnly, UUID after, int limit) {
        return holds.list(patientId, openOnly, charting.now(), after, limit);
    }

    /**
     * Lifts a hold; one that a safety alert stands behind waits until outcome-service has told that the alert is resolved.
     * The patient is locked: an alert at the same moment either keeps the hold or places another.
     *
     * @param until the clearance lapses then; null = for good
     * @param negativeTestAt when the negative test was taken that a hard block asks for
     */
    public Hold clear(UUID id, Set<String> roles, UUID by, String reason, Instant until, Instant negativeTestAt) {
        Hold hold = withId(id);
        eligibility.lock(hold.patientId());
        Instant now = charting.now();
        HoldPolicy.clearRefusal(hold, roles, negativeTestAt, now).ifPresent(refusal -> {
            throw new Refused(Refused.Kind.HOLD_NOT_CLEARED, List.of(refusal));
        });
        List<KnownSafetyAlert> sources = HoldPolicy.sourcesAmong(eligibility.unresolvedSafetyAlerts(hold.patientId()), hold.code());
        if (!sources.isEmpty()) {
            throw new SourceUnresolved(sources);
        }
        Hold cleared = holds.update(hold.clear(by, reason, until, now));
        events.cleared(cleared);
        return cleared;
    }
}
