package health.stillpoint.session.alert;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.AlertContext;
import health.stillpoint.session.alert.domain.AlertFinding;
import health.stillpoint.session.alert.domain.AlertHolds;
import health.stillpoint.session.alert.domain.AlertPolicy;
import health.stillpoint.session.alert.domain.AlertRepository;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.alert.domain.VitalAlert;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.hold.Holds;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import health.stillpoint.session.vitals.domain.VitalSigns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Raises alerts together with what caused them, takes their acknowledgement, and passes on what nobody acknowledges. */
@ApplicationScoped
public class Alerts {

    private final AlertRepository alerts;
    private final Holds holds;
    private final Charting charting;
    private final AlertEvents events;
    private final AlertPolicy policy;

    Alerts(AlertRepository alerts, Holds holds, Charting charting, AlertEvents events, AlertConfig config) {
        this.alerts = alerts;
        this.holds = holds;
        this.charting = charting;
        this.events = events;
        this.policy = new AlertPolicy(config.limit());
    }

    /** Every threshold a reading crosses. */
    public List<AlertFinding> findings(VitalSigns reading, AlertContext context) {
        return policy.findings(reading, context);
    }

    public List<VitalAlert> openOf(UUID sessionId) {
        return alerts.openOf(sessionId);
    }

    /** Raises an alert; ORANGE and RED also hold the next dose. */
    public VitalAlert raise(UUID sessionId, UUID patientId, Severity severity, Set<AlertCode> codes, Instant measuredAt) {
        return raise(VitalAlert.raise(Ids.next(), sessionId, patientId, severity, codes, measuredAt, charting.now()), null);
    }

    /** Raises once what a job finds: a missed point, a late recovery. */
    public void raiseOnce(UUID sessionId, UUID patientId, Severity severity, AlertCode code, Integer planMinute, Instant at) {
        if (!alerts.toldBefore(sessionId, code, planMinute)) {
            raise(VitalAlert.raise(Ids.next(), sessionId, patientId, severity, Set.of(code), at, charting.now()), planMinute);
        }
    }

    private VitalAlert raise(VitalAlert alert, Integer planMinute) {
        VitalAlert raised = alerts.add(alert, planMinute);
        AlertHolds.of(raised.severity(), raised.codes())
                .forEach(code -> holds.place(raised.patientId(), code, raised.id(), "VITAL_ALERT", null));
        events.raised(raised);
        return raised;
    }

    public List<VitalAlert> ofSession(UUID sessionId) {
        return alerts.ofSession(sessionId);
    }

    /** Somebody acts on an alert; it stops going to the next role. */
    public VitalAlert acknowledge(UUID sessionId, UUID alertId, String action, UUID by) {
        VitalAlert alert = alerts.withId(alertId).filter(found -> found.sessionId().equals(sessionId))
                .orElseThrow(() -> new NoSuchRecord("alert"));
        if (!alert.open()) {
            throw new Refused(Refused.Kind.ALERT_ALREADY_ACKNOWLEDGED, List.of(alert.severity()));
        }
        return alerts.update(alert.acknowledge(by, action, charting.now()));
    }

    /** True when an ORANGE or RED alert of the session is not acknowledged. */
    public boolean graveAlertOpen(UUID sessionId) {
        return alerts.openOf(sessionId).stream().anyMatch(alert -> alert.severity() != Severity.AMBER);
    }

    /** Minutes of the missed points of the plan that somebody has answered for. */
    public Set<Integer> acknowledgedPoints(UUID sessionId) {
        return alerts.acknowledgedPoints(sessionId);
    }

    /** True when a reading after this moment raised an ORANGE or RED alert, whatever became of it. */
    public boolean graveAlertAfter(UUID sessionId, Instant moment) {
        return alerts.ofSession(sessionId).stream()
                .anyMatch(alert -> alert.severity() != Severity.AMBER && alert.measuredAt().isAfter(moment));
    }

    /** Passes alerts nobody acknowledged to the next role: RED after 2, ORANGE after 5, AMBER after 15 minutes. */
    public int escalate() {
        Instant now = charting.now();
        List<VitalAlert> due = alerts.openRaisedBefore(now.minus(Severity.RED.escalatesAfter())).stream()
                .filter(alert -> alert.escalatesAt(now)).toList();
        due.forEach(alert -> alerts.update(alert.escalate(now)));
        return due.size();
    }
}
