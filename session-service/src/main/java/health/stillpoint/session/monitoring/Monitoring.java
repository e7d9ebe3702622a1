package health.stillpoint.session.monitoring;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.session.alert.Alerts;
import health.stillpoint.session.alert.domain.AlertCode;
import health.stillpoint.session.alert.domain.AlertContext;
import health.stillpoint.session.alert.domain.AlertFinding;
import health.stillpoint.session.alert.domain.AlertPolicy;
import health.stillpoint.session.alert.domain.Severity;
import health.stillpoint.session.alert.domain.VitalAlert;
import health.stillpoint.session.charting.Charting;
import health.stillpoint.session.charting.domain.Sequence;
import health.stillpoint.session.monitoring.domain.MonitoringContext;
import health.stillpoint.session.monitoring.domain.MonitoringPlan;
import health.stillpoint.session.monitoring.domain.PlanPoint;
import health.stillpoint.session.monitoring.domain.RecordedVitalSigns;
import health.stillpoint.session.monitoring.domain.VitalSignRepository;
import health.stillpoint.session.refusal.NoSuchRecord;
import health.stillpoint.session.refusal.Refused;
import health.stillpoint.session.vitals.domain.Symptom;
import health.stillpoint.session.vitals.domain.VitalSigns;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Records vital signs against the monitoring plan and raises their alerts in the same transaction. */
@ApplicationScoped
public class Monitoring {

    /** Steps at which readings cannot be charted. */
    public enum Refusal { NOT_CHECKED_IN }

    private static final int SUDS_TEN = 10;
    private static final Duration CLOSE_WATCH = Duration.ofMinutes(5);
    private static final Duration REPEAT_INVALID_WITHIN = Duration.ofMinutes(2);

    private final VitalSignRepository vitals;
    private final Alerts alerts;
    private final Charting charting;

    Monitoring(VitalSignRepository vitals, Alerts alerts, Charting charting) {
        this.vitals = vitals;
        this.alerts = alerts;
        this.charting = charting;
    }

    /** What was stored and which alerts belong to it. */
    public record Recorded(UUID patientId, List<RecordedVitalSigns> sets, List<VitalAlert> raised) {
    }

    /** Stores one set or many, in the order they were measured. */
    public Recorded record(UUID sessionId, List<VitalSigns> readings, UUID by) {
        MonitoringContext context = vitals.lockContext(sessionId).orElseThrow(() -> new NoSuchRecord("session"));
        if (!context.chartable()) {
            throw new Refused(Refused.Kind.VITAL_SIGNS_REFUSED, List.of(Refusal.NOT_CHECKED_IN));
        }
        charting.inOrder(sequences(readings, context));
        List<VitalSigns> ordered = readings.stream().sorted(Comparator.comparing(VitalSigns::measuredAt)).toList();
        Batch batch = new Batch(context, by);
        ordered.forEach(batch::take);
        vitals.addAll(batch.sets);
        return new Recorded(context.patientId(), batch.sets, batch.raised);
    }

    /** Nothing is measured on a patient who has not come yet. */
    private static List<Sequence> sequences(List<VitalSigns> readings, MonitoringContext context) {
        return IntStream.range(0, readings.size()).mapToObj(i -> new Sequence(readings.size() == 1 ? "measuredAt" : "readings[" + i + "].measuredAt",
                readings.get(i).measuredAt(), context.checkedInAt(), "the check-in")).toList();
    }

    /** One call's readings, judged one after the other. */
    private final class Batch {

        private final MonitoringContext context;
        private final UUID by;
        private final MonitoringPlan plan;
        private final Set<Integer> filled;
        private final List<RecordedVitalSigns> sets = new ArrayList<>();
        private final List<VitalAlert> raised = new ArrayList<>();
        private List<VitalAlert> open;
        private AlertContext judged;

        Batch(MonitoringContext context, UUID by) {
            this.context = context;
            this.by = by;
            this.plan = context.doseStartedAt() == null ? null : context.plan();
            this.filled = new HashSet<>(context.filledMinutes());
            this.judged = context.alerts();
        }

        void take(VitalSigns reading) {
            MonitoringPlan.Match match = match(reading);
            Integer minute = match.point() == null ? null : match.point().minute();
            if (minute != null) {
                filled.add(minute);
            }
            UUID alertId = alertOf(reading);
            sets.add(new RecordedVitalSigns(Ids.next(), context.sessionId(), reading, minute, match.timing(), alertId, charting.now(), by,
                    charting.late(reading.measuredAt())));
        }

        private MonitoringPlan.Match match(VitalSigns reading) {
            if (plan == null) {
                return new MonitoringPlan.Match(null, reading.valid() ? MonitoringPlan.Timing.EXTRA : MonitoringPlan.Timing.INVALID_READING);
            }
            return plan.match(context.doseStartedAt(), reading, filled);
        }

        private UUID alertOf(VitalSigns reading) {
            List<AlertFinding> findings = alerts.findings(reading, judged);
            remember(reading);
            Severity severity = AlertPolicy.highest(findings).orElse(null);
            if (severity == null) {
                return null;
            }
            Set<AlertCode> codes = findings.stream().map(AlertFinding::code).collect(Collectors.toSet());
            return open().stream().filter(alert -> alert.covers(severity, codes)).map(VitalAlert::id).findFirst().orElseGet(() -> {
                VitalAlert alert = alerts.raise(context.sessionId(), context.patientId(), severity, codes, reading.measuredAt());
                open().add(alert);
                raised.add(alert);
                return alert.id();
            });
        }

        /** Alerts nobody has closed; most calls bring nothing to be alarmed at and need not read them. */
        private List<VitalAlert> open() {
            if (open == null) {
                open = new ArrayList<>(alerts.openOf(context.sessionId()));
            }
            return open;
        }

        private void remember(VitalSigns reading) {
            int vomiting = judged.vomitingBefore() + (reading.has(Symptom.VOMITING) ? 1 : 0);
            Instant tenSince = judged.sudsTenSince();
            if (reading.suds() != null) {
                tenSince = reading.suds() < SUDS_TEN ? null : tenSince == null ? reading.measuredAt() : tenSince;
            }
            judged = judged.with(vomiting, tenSince);
        }
    }

    /** A point of the plan and how it stands. */
    public record PointStatus(PlanPoint point, Instant dueAt, MonitoringPlan.PointStatus status) {

        boolean filled() {
            return status == MonitoringPlan.PointStatus.DONE || status == MonitoringPlan.PointStatus.DONE_LATE;
        }
    }

    /** All readings, the plan with the state of each point, and when the next reading is due. */
    public record Overview(UUID patientId, List<RecordedVitalSigns> sets, List<PointStatus> plan, Instant nextReadingDueAt) {
    }

    public Overview overview(UUID sessionId) {
        MonitoringContext context = vitals.context(sessionId).orElseThrow(() -> new NoSuchRecord("session"));
        List<RecordedVitalSigns> sets = vitals.ofSession(sessionId);
        List<PointStatus> plan = context.doseStartedAt() == null ? List.of() : plan(context, sets);
        return new Overview(context.patientId(), sets, plan, nextDue(context, sets, plan));
    }

    /** The listed points are asked however early the patient recovers, those after them only until then (dosing section 5.1). */
    private List<PointStatus> plan(MonitoringContext context, List<RecordedVitalSigns> sets) {
        Map<Integer, MonitoringPlan.Timing> filled = new LinkedHashMap<>();
        sets.stream().filter(set -> set.planMinute() != null).forEach(set -> filled.put(set.planMinute(), set.timing()));
        Duration now = Duration.between(context.doseStartedAt(), charting.now());
        Duration recovered = context.recoveredAt() == null ? now : Duration.between(context.doseStartedAt(), context.recoveredAt());
        MonitoringPlan plan = context.plan();
        return plan.pointsUntil(recovered).stream().map(point -> new PointStatus(point,
                context.doseStartedAt().plus(Duration.ofMinutes(point.minute())),
                status(plan, point, plan.listed(point) ? now : recovered, filled))).toList();
    }

    private static MonitoringPlan.PointStatus status(MonitoringPlan plan, PlanPoint point, Duration since, Map<Integer, MonitoringPlan.Timing> filled) {
        MonitoringPlan.Timing timing = filled.get(point.minute());
        if (timing == null) {
            return plan.status(point, since);
        }
        return timing == MonitoringPlan.Timing.LATE ? MonitoringPlan.PointStatus.DONE_LATE : MonitoringPlan.PointStatus.DONE;
    }

    /**
     * After an alert every five minutes until two readings in a row are free of one (dosing section 5.1); after a value no
     * instrument can truly show within two (section 5.2).
     */
    private static Instant nextDue(MonitoringContext context, List<RecordedVitalSigns> sets, List<PointStatus> plan) {
        if (context.doseStartedAt() == null || !context.state().equals("MONITORING")) {
            return null;
        }
        if (!sets.isEmpty() && sets.getLast().timing() == MonitoringPlan.Timing.INVALID_READING) {
            return sets.getLast().signs().measuredAt().plus(REPEAT_INVALID_WITHIN);
        }
        if (context.recoveredAt() == null && closeWatch(sets)) {
            return sets.getLast().signs().measuredAt().plus(CLOSE_WATCH);
        }
        return plan.stream().filter(point -> point.status() == MonitoringPlan.PointStatus.UPCOMING || point.status() == MonitoringPlan.PointStatus.DUE
                || point.status() == MonitoringPlan.PointStatus.LATE).map(PointStatus::dueAt)
                .filter(dueAt -> context.recoveredAt() == null || dueAt.isAfter(context.recoveredAt())).findFirst().orElse(null);
    }

    private static boolean closeWatch(List<RecordedVitalSigns> sets) {
        List<RecordedVitalSigns> lastTwo = sets.subList(Math.max(0, sets.size() - 2), sets.size());
        return lastTwo.stream().anyMatch(set -> set.alertId() != null);
    }

    /**
     * Raises an AMBER alert for each point that passed 15 minutes ago without a full set; run by a job, and before recovery is
     * judged, for a session that is charted late leaves the job no turn.
     */
    public void raiseMissedPoints(UUID sessionId) {
        MonitoringContext context = vitals.context(sessionId).orElseThrow(() -> new NoSuchRecord("session"));
        List<PointStatus> missed = plan(context, vitals.ofSession(sessionId)).stream()
                .filter(point -> point.status() == MonitoringPlan.PointStatus.MISSED).toList();
        if (missed.isEmpty()) {
            return;
        }
        vitals.lockContext(sessionId);
        missed.forEach(point -> alerts.raiseOnce(sessionId, context.patientId(), Severity.AMBER, AlertCode.MONITORING_POINT_MISSED,
                        point.point().minute(), point.dueAt()));
    }

    /** True when each point due by the moment has its full set, or an alert about it that somebody acknowledged with what was done. */
    public boolean accountedFor(UUID sessionId, Instant until) {
        MonitoringContext context = vitals.context(sessionId).orElseThrow(() -> new NoSuchRecord("session"));
        Set<Integer> acknowledged = alerts.acknowledgedPoints(sessionId);
        return plan(context, vitals.ofSession(sessionId)).stream().filter(point -> !point.dueAt().isAfter(until))
                .allMatch(point -> point.filled() || acknowledged.contains(point.point().minute()));
    }
}
