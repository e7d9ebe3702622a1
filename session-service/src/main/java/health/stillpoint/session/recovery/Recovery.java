package health.stillpoint.session.recovery;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.alert.Alerts;
import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.charting.domain.Sequence;
import health.stillpoint.session.dose.Doses;
import health.stillpoint.session.dose.domain.Dose;
import health.stillpoint.session.hold.Holds;
import health.stillpoint.session.hold.domain.HoldCode;
import health.stillpoint.session.integration.IntegrationTasks;
import health.stillpoint.session.ledger.Ledger;
import health.stillpoint.session.monitoring.Monitoring;
import health.stillpoint.session.monitoring.domain.MonitoringContext;
import health.stillpoint.session.monitoring.domain.RecordedVitalSigns;
import health.stillpoint.session.monitoring.domain.VitalSignRepository;
import health.stillpoint.session.recovery.domain.Discharge;
import health.stillpoint.session.recovery.domain.DischargeCriterion;
import health.stillpoint.session.recovery.domain.DischargeFacts;
import health.stillpoint.session.recovery.domain.DischargePolicy;
import health.stillpoint.session.recovery.domain.RecoveryAssessment;
import health.stillpoint.session.recovery.domain.RecoveryBaseline;
import health.stillpoint.session.recovery.domain.RecoveryCriterion;
import health.stillpoint.session.recovery.domain.RecoveryFindings;
import health.stillpoint.session.recovery.domain.RecoveryPolicy;
import health.stillpoint.session.recovery.domain.RecoveryRepository;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import health.stillpoint.session.session.Sessions;
import health.stillpoint.session.session.domain.Escort;
import health.stillpoint.session.session.domain.SessionRepository;
import health.stillpoint.session.session.domain.SessionState;
import health.stillpoint.session.session.domain.TreatmentSession;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** Judges recovery and lets a patient leave. */
@ApplicationScoped
public class Recovery {

    /** Not recovered this long after the dose needs a review (dosing section 6). */
    private static final Duration REVIEW_AFTER = Duration.ofMinutes(240);
    /** Not recovered this long after the dose needs a decision on transfer. */
    private static final Duration TRANSFER_AFTER = Duration.ofMinutes(360);

    private final RecoveryRepository recoveries;
    private final Sessions sessions;
    private final SessionRepository sessionRepository;
    private final Doses doses;
    private final VitalSignRepository vitals;
    private final Monitoring monitoring;
    private final IntegrationTasks integration;
    private final Alerts alerts;
    private final Holds holds;
    private final Ledger ledger;
    private final Charting charting;
    private final RecoveryEvents events;

    Recovery(RecoveryRepository recoveries, Sessions sessions, SessionRepository sessionRepository, Doses doses, VitalSignRepository vitals,
            Monitoring monitoring, IntegrationTasks integration, Alerts alerts, Holds holds, Ledger ledger, Charting charting, RecoveryEvents events) {
        this.recoveries = recoveries;
        this.sessions = sessions;
        this.sessionRepository = sessionRepository;
        this.doses = doses;
        this.vitals = vitals;
        this.monitoring = monitoring;
        this.integration = integration;
        this.alerts = alerts;
        this.holds = holds;
        this.ledger = ledger;
        this.charting = charting;
        this.events = events;
    }

    /** Judges one assessment; the one made last, whenever it is charted, decides whether the patient counts as recovered. */
    public RecoveryAssessment assess(UUID sessionId, RecoveryFindings findings, UUID by) {
        MonitoringContext context = vitals.lockContext(sessionId).orElseThrow(() -> new NoSuchRecord("session"));
        TreatmentSession session = sessions.withId(sessionId);
        SessionState.Monitoring observed = session.monitoring("recovery-assessment");
        charting.inOrder(List.of(new Sequence("assessedAt", findings.assessedAt(), observed.doseEndedAt(), "the end of administration")));
        monitoring.raiseMissedPoints(sessionId);
        List<RecoveryCriterion> unmet = RecoveryPolicy.unmet(findings, baseline(context, findings.assessedAt()));
        RecoveryAssessment assessment = new RecoveryAssessment(Ids.next(), sessionId, observed.doseId(), session.patientId(), findings,
                unmet.isEmpty(), unmet, by, charting.now(), charting.late(findings.assessedAt()));
        boolean superseded = recoveries.ofSession(sessionId).stream()
                .anyMatch(other -> other.findings().assessedAt().isAfter(findings.assessedAt()));
        recoveries.add(assessment);
        if (RecoveryPolicy.dissociationPersists(findings, observed.doseEndedAt())) {
            holds.place(session.patientId(), HoldCode.H_DISSOC, assessment.id(), "DISSOCIATION_PERSISTS", by);
        }
        if (superseded) {
            return assessment;
        }
        TreatmentSession assessed = sessionRepository.update(session.assessed(assessment.recovered(), findings.assessedAt()));
        integration.recovered(observed.doseId(), assessed.monitoring("recovery-assessment").recoveredAt());
        return assessment;
    }

    private RecoveryBaseline baseline(MonitoringContext context, Instant assessedAt) {
        RecordedVitalSigns earlier = vitals.latestWithPressure(context.sessionId(), context.doseStartedAt(),
                RecoveryPolicy.latestEarlierReading(assessedAt)).orElse(null);
        return new RecoveryBaseline(context.alerts().preDoseSystolic(), context.preDoseSuds(),
                earlier == null ? null : earlier.signs().measuredAt(), earlier == null ? null : earlier.signs().systolic(),
                earlier == null ? null : earlier.signs().diastolic());
    }

    public List<RecoveryAssessment> ofSession(UUID sessionId) {
        return recoveries.ofSession(sessions.withId(sessionId).id());
    }

    /** What is said about leaving. */
    public record Leaving(Instant dischargedAt, Escort escort, boolean writtenInstructions, boolean spokenInstructions,
            Instant nextContactAt, boolean emergencyNumberGiven) {

        @Override
        public String toString() {
            return "Leaving[...]";
        }
    }

    /** Lets the patient leave, or refuses with every unmet criterion. */
    public Discharge discharge(UUID sessionId, Leaving leaving, UUID by) {
        vitals.lockContext(sessionId).orElseThrow(() -> new NoSuchRecord("session"));
        TreatmentSession session = sessions.withId(sessionId);
        Dose dose = doses.observed(session, "discharge");
        SessionState.Monitoring observed = session.monitoring("discharge");
        Escort escort = leaving.escort() == null ? session.arrivingEscort() : leaving.escort();
        List<DischargeCriterion> unmet = DischargePolicy.unmet(new DischargeFacts(dose.route(), dose.administeredAt(),
                observed.doseEndedAt(), stillRecoveredAt(sessionId, observed), escort, leaving.writtenInstructions(),
                leaving.spokenInstructions(), leaving.nextContactAt(), leaving.emergencyNumberGiven(), alerts.graveAlertOpen(sessionId),
                monitoring.accountedFor(sessionId, leaving.dischargedAt()), ledger.sessionBalanced(sessionId),
                leaving.dischargedAt()));
        if (!unmet.isEmpty()) {
            throw new Refused(Refused.Kind.DISCHARGE_CRITERIA_UNMET, unmet);
        }
        Discharge discharge = new Discharge(Ids.next(), sessionId, dose.id(), session.patientId(), observed.recoveredAt(),
                leaving.dischargedAt(), escort, leaving.writtenInstructions(), leaving.spokenInstructions(), leaving.nextContactAt(),
                leaving.emergencyNumberGiven(), by, charting.now(), charting.late(leaving.dischargedAt()));
        recoveries.add(discharge);
        sessionRepository.update(session.discharge(by, leaving.dischargedAt()));
        events.discharged(discharge, session.courseId());
        return discharge;
    }

    /** Recovery ends with a later ORANGE or RED reading, acknowledged or not: it has to be assessed anew. Null = not recovered. */
    private Instant stillRecoveredAt(UUID sessionId, SessionState.Monitoring observed) {
        Instant recoveredAt = observed.recoveredAt();
        return recoveredAt == null || alerts.graveAlertAfter(sessionId, recoveredAt) ? null : recoveredAt;
    }

    /** Raises an alert for patients not recovered after 240 and after 360 minutes; run by a job. */
    public void raiseLate() {
        Instant now = charting.now();
        for (TreatmentSession session : sessionRepository.underObservation()) {
            SessionState.Monitoring observed = session.monitoring("recovery");
            if (observed.recoveredAt() == null) {
                raiseLate(session, observed.doseEndedAt(), REVIEW_AFTER, AlertCode.RECOVERY_LATE, now);
                raiseLate(session, observed.doseEndedAt(), TRANSFER_AFTER, AlertCode.TRANSFER_DECISION, now);
            }
        }
    }

    private void raiseLate(TreatmentSession session, Instant doseEndedAt, Duration after, AlertCode code, Instant now) {
        Instant limit = doseEndedAt.plus(after);
        if (!now.isBefore(limit)) {
            alerts.raiseOnce(session.id(), session.patientId(), Severity.ORANGE, code, null, limit);
        }
    }
}
