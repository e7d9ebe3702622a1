package health.stillpoint.outcome.assessment;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.outcome.assessment.domain.AdministeredDose;
import health.stillpoint.outcome.assessment.domain.AdministeredDoseRepository;
import health.stillpoint.outcome.assessment.domain.Assessment;
import health.stillpoint.outcome.assessment.domain.AssessmentEvents;
import health.stillpoint.outcome.assessment.domain.AssessmentFilter;
import health.stillpoint.outcome.assessment.domain.AssessmentId;
import health.stillpoint.outcome.assessment.domain.AssessmentRefusal;
import health.stillpoint.outcome.assessment.domain.AssessmentRepository;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.assessment.domain.Schedule;
import health.stillpoint.outcome.assessment.domain.TimePoint;
import health.stillpoint.outcome.assessment.domain.TreatedPatient;
import health.stillpoint.outcome.assessment.domain.TreatedPatientRepository;
import health.stillpoint.outcome.assessment.domain.Window;
import health.stillpoint.outcome.instrument.domain.InstrumentCatalogue;
import health.stillpoint.outcome.instrument.domain.InstrumentCode;
import health.stillpoint.outcome.instrument.domain.PrimaryDiagnosis;
import health.stillpoint.outcome.merge.domain.MergedRecordRepository;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Opens assessments from what the other services tell, and follows their windows. */
@ApplicationScoped
public class Assessments {

    /** Most assessments one run of a job works on for a clinic; the rest waits for the next run. */
    private static final int BATCH = 500;

    private final AssessmentRepository assessments;
    private final TreatedPatientRepository patients;
    private final AdministeredDoseRepository doses;
    private final MergedRecordRepository merges;
    private final Schedule schedule;
    private final InstrumentCatalogue catalogue;
    private final AssessmentEvents events;
    private final ClinicClock clock;

    Assessments(
            AssessmentRepository assessments,
            TreatedPatientRepository patients,
            AdministeredDoseRepository doses,
            MergedRecordRepository merges,
            Schedule schedule,
            InstrumentCatalogue catalogue,
            AssessmentEvents events,
            ClinicClock clock) {
        this.assessments = assessments;
        this.patients = patients;
        this.doses = doses;
        this.merges = merges;
        this.schedule = schedule;
        this.catalogue = catalogue;
        this.events = events;
        this.clock = clock;
    }

    /** An intake was signed: the diagnosis decides the primary endpoint. */
    public void intakeSigned(PatientId id, PrimaryDiagnosis diagnosis) {
        if (patients.isForgotten(id)) {
            return;
        }
        TreatedPatient patient = known(id).with(diagnosis);
        patients.save(patient);
        openBaselineWhenReady(patient);
    }

    /** Treatment was consented to: the baseline is asked for. */
    public void treatmentConsented(PatientId id, Instant signedAt) {
        if (patients.isForgotten(id)) {
            return;
        }
        TreatedPatient patient = known(id).consentedAt(signedAt);
        patients.save(patient);
        openBaselineWhenReady(patient);
    }

    /** Consent to treatment was withdrawn; what was answered stays. */
    public void treatmentConsentWithdrawn(PatientId id) {
        if (!patients.isForgotten(id)) {
            patients.save(known(id).consentWithdrawn());
        }
    }

    /** A dose was given: the baseline can no longer be answered, and the check of the next day is planned. */
    public void doseAdministered(AdministeredDose dose) {
        if (doses.withId(dose.id()).isPresent() || patients.isForgotten(dose.patient())) {
            return;
        }
        doses.add(dose);
        baselineOf(dose.patient()).filter(baseline -> baseline.window().closesAt().isEmpty()).ifPresent(baseline -> {
            baseline.closeAt(dose.endedAt());
            assessments.save(baseline);
        });
        planDayAfter(dose);
    }

    /** A patient's record has ended: what they have not answered is not asked any more. */
    public List<Assessment> cancelUnfinished(PatientId id) {
        Instant now = clock.now();
        List<Assessment> unfinished = assessments.unfinishedOf(id);
        for (Assessment assessment : unfinished) {
            assessment.cancel(now);
            assessments.save(assessment);
        }
        return unfinished;
    }

    /** A patient's record goes on under another id: the checks after its doses are asked there, the rest is not asked any more. */
    public void moveUnfinished(PatientId merged, PatientId survivor) {
        for (Assessment cancelled : cancelUnfinished(merged)) {
            if (cancelled.timePoint() != TimePoint.BASELINE) {
                add(Assessment.plan(
                        new AssessmentId(Ids.next()),
                        survivor,
                        cancelled.timePoint(),
                        cancelled.anchorId(),
                        cancelled.window(),
                        cancelled.required()));
            }
        }
    }

    /** The assessments of a list. */
    public List<Assessment> find(AssessmentFilter filter, int atMost) {
        return assessments.find(filter, clock.now(), atMost);
    }

    /** One assessment. */
    public Assessment withId(AssessmentId id) {
        return assessments.withId(id).orElseThrow(AssessmentRefusal.NoSuchAssessment::new);
    }

    /** How often an assessment was changed. */
    public long versionOf(Assessment assessment) {
        return assessments.versionOf(assessment.id());
    }

    /** Tells which windows have opened since the last run. */
    public void announceOpened() {
        Instant now = clock.now();
        for (Assessment assessment : assessments.openedUnannounced(now, BATCH)) {
            events.due(assessment, now);
            assessments.markAnnounced(assessment.id(), now);
        }
    }

    /** Notes the windows that passed unanswered since the last run. */
    public List<Assessment> noteMissed() {
        Instant now = clock.now();
        List<Assessment> missed = assessments.overAt(now, BATCH).stream()
                .filter(assessment -> assessment.missIfOver(now))
                .toList();
        for (Assessment assessment : missed) {
            assessments.save(assessment);
            events.missed(assessment);
        }
        return missed;
    }

    private TreatedPatient known(PatientId id) {
        return patients.withId(id).orElseGet(() -> TreatedPatient.unknown(id));
    }

    private Optional<Assessment> baselineOf(PatientId patient) {
        return assessments.of(patient, TimePoint.BASELINE, patient.value());
    }

    private void openBaselineWhenReady(TreatedPatient patient) {
        if (!patient.isReadyForBaseline() || baselineOf(patient.id()).isPresent()) {
            return;
        }
        Window open = Window.openFrom(patient.treatmentConsentAt().orElseThrow());
        Window window = doses.of(patient.id()).stream()
                .filter(dose -> dose.patient().equals(patient.id())) // one of a merged record ended that record's own baseline
                .findFirst()
                .map(dose -> open.closedAt(dose.endedAt()))
                .orElse(open);
        InstrumentCode endpoint = catalogue.primaryEndpoint(patient.diagnosis().orElseThrow());
        Assessment baseline = Assessment.plan(
                new AssessmentId(Ids.next()),
                patient.id(),
                TimePoint.BASELINE,
                patient.id().value(),
                window,
                schedule.batteryOf(TimePoint.BASELINE).requiredFor(endpoint));
        add(baseline);
    }

    private void planDayAfter(AdministeredDose dose) {
        Window window = schedule.windowOf(TimePoint.H24).orElseThrow().around(dose.endedAt());
        InstrumentCode crossDiagnosis = catalogue.crossDiagnosisEndpoint();
        add(Assessment.plan(
                new AssessmentId(Ids.next()),
                new PatientId(merges.survivorOf(dose.patient().value())),
                TimePoint.H24,
                dose.id(),
                window,
                schedule.batteryOf(TimePoint.H24).requiredFor(crossDiagnosis)));
    }

    /** Adds an assessment, but for an erased person; one that is open already is told at once. */
    private void add(Assessment assessment) {
        if (patients.isErased(assessment.patient())) {
            return;
        }
        Instant now = clock.now();
        boolean open = !assessment.window().isAhead(now);
        assessments.add(assessment, open ? Optional.of(now) : Optional.empty());
        if (open) {
            events.due(assessment, now);
        }
    }
}
