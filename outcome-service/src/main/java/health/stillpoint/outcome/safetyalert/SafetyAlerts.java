package health.stillpoint.outcome.safetyalert;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.outcome.instrument.domain.ScoreAlert;
import health.stillpoint.outcome.safetyalert.domain.AlertFilter;
import health.stillpoint.outcome.safetyalert.domain.AlertRefusal;
import health.stillpoint.outcome.safetyalert.domain.EscalationPolicy;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertEvents;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertId;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Raises, takes and ends safety alerts. */
@ApplicationScoped
public class SafetyAlerts {

    /** Most alerts one run of the escalation works on for a clinic; the rest waits for the next run. */
    private static final int BATCH = 500;

    private final SafetyAlertRepository alerts;
    private final SafetyAlertEvents events;
    private final ClinicClock clock;

    SafetyAlerts(SafetyAlertRepository alerts, SafetyAlertEvents events, ClinicClock clock) {
        this.alerts = alerts;
        this.events = events;
        this.clock = clock;
    }

    /** Raises an alert in the running transaction. */
    public SafetyAlert raise(SafetyAlert.Cause cause) {
        SafetyAlert alert = SafetyAlert.raise(new SafetyAlertId(Ids.next()), cause, clock.now());
        alerts.add(alert);
        events.raised(alert);
        return alert;
    }

    /** Raises an alert about an assessment as a whole, once. */
    public void raiseOnce(SafetyAlert.Cause cause) {
        boolean known = cause.response()
                .map(response -> alerts.exists(response, cause.code()))
                .orElseGet(() -> alerts.existsForAssessment(cause.assessment(), cause.code()));
        if (!known) {
            raise(cause);
        }
    }

    /** Ends the alerts about a missing item of a response that is now superseded by an answered one. */
    public void itemAnswered(UUID supersededResponse) {
        Instant now = clock.now();
        for (SafetyAlert alert : alerts.unresolved(supersededResponse, ScoreAlert.SAFETY_ITEM_MISSING)) {
            alert.endAsAnswered(now);
            alerts.save(alert);
            events.resolved(alert, now);
        }
    }

    /** Somebody takes an alert. */
    public SafetyAlert acknowledge(SafetyAlertId id, String by) {
        SafetyAlert alert = forChange(id);
        alert.acknowledge(by, clock.now());
        alerts.save(alert);
        return alert;
    }

    /** Somebody has dealt with an alert. */
    public SafetyAlert resolve(SafetyAlertId id, String by, boolean byPrescriber, String reason) {
        Instant now = clock.now();
        SafetyAlert alert = forChange(id);
        alert.resolve(by, byPrescriber, reason, now);
        alerts.save(alert);
        events.resolved(alert, now);
        return alert;
    }

    /** The alerts of a list. */
    public List<SafetyAlert> find(AlertFilter filter, int atMost) {
        return alerts.find(filter, atMost);
    }

    /** How often an alert was changed. */
    public long versionOf(SafetyAlert alert) {
        return alerts.versionOf(alert.id());
    }

    /** Passes on what nobody has taken in time. */
    public void escalateUnheard(EscalationPolicy policy) {
        Instant now = clock.now();
        for (SafetyAlert alert : alerts.unheardSince(now.minus(policy.shortest()), BATCH)) {
            if (alert.escalateIfUnheard(policy.allowedFor(alert.severity()), now)) {
                alerts.save(alert);
            }
        }
    }

    private SafetyAlert forChange(SafetyAlertId id) {
        return alerts.forChange(id).orElseThrow(AlertRefusal.NoSuchAlert::new);
    }
}
