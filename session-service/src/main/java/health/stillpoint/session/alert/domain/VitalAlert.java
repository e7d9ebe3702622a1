package health.stillpoint.session.alert.domain;

import java.time.Duration;
import java.time.Instant;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;

/**
 * An alert of a session: open until someone acknowledges it with what was done, going to the next role while nobody does.
 *
 * @param raisedAt when the service raised it, which is when somebody can act; may be later than the reading
 * @param escalationLevel 0 = monitor, 1 = prescriber, 2 = clinic administrator (medical director)
 */
public record VitalAlert(UUID id, UUID sessionId, UUID patientId, Severity severity, Set<AlertCode> codes, Instant measuredAt,
        Instant raisedAt, int escalationLevel, Instant escalatedAt, UUID acknowledgedBy, Instant acknowledgedAt, String action,
        long version) {

    /** Who is asked in turn (P). */
    public enum Responder { MONITOR, PRESCRIBER, CLINIC_ADMIN }

    public VitalAlert {
        codes = Set.copyOf(codes);
    }

    public static VitalAlert raise(UUID id, UUID sessionId, UUID patientId, Severity severity, Set<AlertCode> codes,
            Instant measuredAt, Instant at) {
        return new VitalAlert(id, sessionId, patientId, severity, codes, measuredAt, at, 0, null, null, null, null, 0);
    }

    public boolean open() {
        return acknowledgedAt == null;
    }

    /** An open alert at least as severe about the same things: another reading of it raises nothing new. */
    public boolean covers(Severity other, Set<AlertCode> otherCodes) {
        return open() && severity.compareTo(other) >= 0 && codes.containsAll(otherCodes);
    }

    public VitalAlert acknowledge(UUID by, String whatWasDone, Instant at) {
        return new VitalAlert(id, sessionId, patientId, severity, codes, measuredAt, raisedAt, escalationLevel, escalatedAt, by, at,
                whatWasDone, version);
    }

    /** Orange and red ones stop the dosing; what comes next is for a prescriber to decide (dosing-and-monitoring.md section 5.3). */
    public boolean needsPrescriber() {
        return severity != Severity.AMBER;
    }

    /** Nobody acknowledged it in time. */
    public boolean escalated() {
        return escalationLevel > 0;
    }

    public Responder responder() {
        return Responder.values()[escalationLevel];
    }

    /** Neither monitors nor prescribers took it in time. */
    public boolean asksClinicAdmin() {
        return responder() == Responder.CLINIC_ADMIN;
    }

    /** True when nobody acknowledged it in time and a next role exists. */
    public boolean escalatesAt(Instant now) {
        Duration waited = severity.escalatesAfter().multipliedBy(escalationLevel + 1L);
        return open() && escalationLevel < Responder.values().length - 1 && !now.isBefore(raisedAt.plus(waited));
    }

    public VitalAlert escalate(Instant at) {
        return new VitalAlert(id, sessionId, patientId, severity, codes, measuredAt, raisedAt, escalationLevel + 1, at,
                acknowledgedBy, acknowledgedAt, action, version);
    }

    /** Codes in a stable order, as the event carries them. */
    public TreeSet<AlertCode> sortedCodes() {
        return new TreeSet<>(codes);
    }

    @Override
    public String toString() {
        return "VitalAlert[" + id + ", " + severity + "]";
    }
}
