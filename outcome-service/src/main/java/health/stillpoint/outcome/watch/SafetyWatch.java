package health.stillpoint.outcome.watch;

import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.outcome.assessment.Assessments;
import health.stillpoint.outcome.assessment.domain.AdministeredDose;
import health.stillpoint.outcome.assessment.domain.AdministeredDoseRepository;
import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.instrument.domain.AlertSeverity;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.merge.domain.MergedRecordRepository;
import health.stillpoint.outcome.response.domain.ResponseRepository;
import health.stillpoint.outcome.safetyalert.SafetyAlerts;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlert;
import health.stillpoint.outcome.safetyalert.domain.SafetyAlertRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Hears what nobody answered: silence at a moment that asks for an answer is itself an alert (schedules.md section 5). */
@ApplicationScoped
class SafetyWatch {

    private static final InstrumentCode CSSRS = new InstrumentCode("CSSRS_SCREEN");
    private static final List<String> SUICIDAL_IDEATION = List.of("PHQ9_SI_PRESENT", "PHQ9_SI_FREQUENT");

    /** Positive item 9 of the PHQ-9 asks for a C-SSRS within this time. */
    private static final Duration CSSRS_WITHIN = Duration.ofHours(24);

    /** Alerts older than this were looked at by many earlier runs. */
    private static final Duration LOOK_BACK = Duration.ofDays(7);

    private final Assessments assessments;
    private final AdministeredDoseRepository doses;
    private final ResponseRepository responses;
    private final SafetyAlertRepository alertRows;
    private final SafetyAlerts alerts;
    private final MergedRecordRepository merges;
    private final ClinicClock clock;

    SafetyWatch(
            Assessments assessments,
            AdministeredDoseRepository doses,
            ResponseRepository responses,
            SafetyAlertRepository alertRows,
            SafetyAlerts alerts,
            MergedRecordRepository merges,
            ClinicClock clock) {
        this.assessments = assessments;
        this.doses = doses;
        this.responses = responses;
        this.alertRows = alertRows;
        this.alerts = alerts;
        this.merges = merges;
        this.clock = clock;
    }

    /** Notes passed windows and raises what their silence means. */
    void hearMissedAssessments() {
        for (Assessment missed : assessments.noteMissed()) {
            if (missed.unanswered().contains(CSSRS)) {
                raise(missed, CSSRS, SafetyAlert.CSSRS_MISSED, "C-SSRS before the next dose");
            }
            if (missed.timePoint() == TimePoint.H24 && followsPsychedelicDose(missed)) {
                raise(missed, missed.required().getFirst(), SafetyAlert.H24_MISSED, "call the patient");
            }
        }
    }

    /** Raises a red alert for suicidal ideation that no C-SSRS followed within a day. */
    void hearUnansweredIdeation() {
        Instant now = clock.now();
        Instant from = now.minus(LOOK_BACK);
        for (SafetyAlert alert : alertRows.raisedBetween(SUICIDAL_IDEATION, from, now.minus(CSSRS_WITHIN))) {
            SafetyAlert.Cause cause = alert.cause();
            Instant raisedAt = alert.raisedAt();
            if (!responses.wasAnswered(
                    new PatientId(merges.survivorOf(cause.patient().value())), CSSRS, raisedAt.minus(CSSRS_WITHIN), raisedAt.plus(CSSRS_WITHIN))) {
                alerts.raiseOnce(new SafetyAlert.Cause(
                        cause.patient(),
                        cause.response(),
                        cause.assessment(),
                        CSSRS,
                        SafetyAlert.PHQ9_SI_WITHOUT_CSSRS,
                        AlertSeverity.RED,
                        List.of(),
                        Optional.of("C-SSRS screener and clinician contact now")));
            }
        }
    }

    private boolean followsPsychedelicDose(Assessment missed) {
        return doses.withId(missed.anchorId()).filter(AdministeredDose::isPsychedelic).isPresent();
    }

    private void raise(Assessment missed, InstrumentCode instrument, String code, String action) {
        alerts.raiseOnce(new SafetyAlert.Cause(
                missed.patient(),
                Optional.empty(),
                missed.id().value(),
                instrument,
                code,
                AlertSeverity.AMBER,
                List.of(),
                Optional.of(action)));
    }
}
