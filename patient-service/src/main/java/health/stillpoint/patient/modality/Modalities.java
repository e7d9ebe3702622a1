package health.stillpoint.patient.modality;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.candidacy.Candidacies;
import health.stillpoint.patient.dosing.DosingHeard;
import health.stillpoint.patient.intake.IntakeSigned;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Comorbidity;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.modality.domain.Confirmation;
import health.stillpoint.patient.modality.domain.Evaluation;
import health.stillpoint.patient.modality.domain.Evaluation.Cause;
import health.stillpoint.patient.modality.domain.Modality;
import health.stillpoint.patient.modality.domain.ModalityFacts;
import health.stillpoint.patient.modality.domain.ModalityInputs;
import health.stillpoint.patient.modality.domain.ModalityInputs.Dissociation;
import health.stillpoint.patient.modality.domain.ModalityPolicy;
import health.stillpoint.patient.modality.domain.ModalityRefusal;
import health.stillpoint.patient.modality.domain.ModalityRepository;
import health.stillpoint.patient.modality.domain.Recommendation;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.RecordsMerged;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.screening.ScreeningRecorded;
import health.stillpoint.patient.screening.Screenings;
import health.stillpoint.patient.screening.SuicideRiskAlerted;
import health.stillpoint.patient.screening.domain.AnswerState;
import health.stillpoint.patient.screening.domain.Screening;
import health.stillpoint.patient.screening.domain.ScreeningAnswers;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** Recommending integration therapies, and keeping what therapists make of it. */
@ApplicationScoped
public class Modalities {

    private static final String DISSOCIATIVE_DISORDER = "DISSOCIATIVE_DISORDER";
    private static final Set<String> WATCHED = Set.of("PSWQ", "BAI", "PCL5", ModalityFacts.SUICIDE_SCREEN);

    private final ModalityRepository repository;
    private final ClinicLimits limits;
    private final Patients patients;
    private final Intakes intakes;
    private final Screenings screenings;
    private final Candidacies candidacies;
    private final ClinicClock clock;
    private final Event<SuicideRiskAlerted> alerts;

    Modalities(ModalityRepository repository, ClinicLimits limits, Patients patients, Intakes intakes,
            Screenings screenings, Candidacies candidacies, ClinicClock clock, Event<SuicideRiskAlerted> alerts) {
        this.repository = repository;
        this.limits = limits;
        this.patients = patients;
        this.intakes = intakes;
        this.screenings = screenings;
        this.candidacies = candidacies;
        this.clock = clock;
        this.alerts = alerts;
    }

    /** What is recommended now, what is to be worked with at once, and what a therapist last chose. */
    public record Present(
            Recommendation recommendation, List<Modality> active, Optional<Confirmation> confirmation, Instant at) { }

    public Present present(PatientId patientId) {
        patients.read(patientId);
        Recommendation now = recommend(patientId).orElseThrow(ModalityRefusal.IntakeRequired::new);
        return new Present(now, now.active(numbers().activeAtMost()), repository.latestConfirmation(patientId), clock.now());
    }

    /** A therapist confirms the recommendation, or changes it with a reason. */
    public Confirmation confirm(PatientId patientId, List<Modality> chosen, String reason, UUID therapist) {
        patients.lock(patientId);
        Recommendation now = recommend(patientId).orElseThrow(ModalityRefusal.IntakeRequired::new);
        Confirmation confirmation =
                Confirmation.of(Ids.next(), patientId, chosen, now, reason, therapist, clock.now(), numbers());
        repository.add(confirmation);
        return confirmation;
    }

    /** Newest first, up to {@code limit} behind the given one; null = from the newest. */
    public List<Confirmation> confirmations(PatientId patientId, UUID last, int limit) {
        patients.read(patientId);
        return repository.confirmations(patientId, last, limit);
    }

    /** Newest first, up to {@code limit} behind the given one; null = from the newest. */
    public List<Evaluation> evaluations(PatientId patientId, UUID last, int limit) {
        patients.read(patientId);
        return repository.evaluations(patientId, last, limit);
    }

    /** A therapist says whether the stabilization step before EMDR is done. */
    public void stabilize(PatientId patientId, boolean done, UUID therapist) {
        note(patientId, Cause.STABILIZATION,
                facts -> facts.stabilized(new ModalityFacts.Stabilization(done, therapist, clock.now())));
    }

    /** A response was scored; only instruments the rules look at count. */
    public void scored(PatientId patientId, String instrument, ModalityFacts.Score score) {
        patients.lock(patientId);
        boolean isPrimaryEndpoint = intakes.latestSigned(patientId)
                .map(intake -> instrument.equals(intake.content().primaryDiagnosis().code().primaryEndpoint()))
                .orElse(true);
        if (WATCHED.contains(instrument) || isPrimaryEndpoint) {
            note(patientId, Cause.RESPONSE_SCORED, facts -> facts.scored(instrument, score));
        }
    }

    /** An alert of the suicide screener was raised; each counts once, however often it is told. */
    public void suicideAlert(PatientId patientId, UUID alertId, ModalityFacts.SuicideAlert alert) {
        if (note(patientId, Cause.SUICIDE_ALERT, facts -> facts.alerted(alertId, alert))) {
            alerts.fire(new SuicideRiskAlerted(patientId));
        }
    }

    void evaluate(@Observes IntakeSigned signed) {
        evaluate(signed.intake().patientId(), Cause.INTAKE_SIGNED);
    }

    /** One charted late changes nothing of what is known now. */
    void evaluate(@Observes ScreeningRecorded recorded) {
        if (recorded.latest()) {
            evaluate(recorded.patientId(), Cause.SCREENING_RECORDED);
        }
    }

    /** After every second dosing session. */
    void evaluate(@Observes DosingHeard heard) {
        int every = numbers().dosingSessionsBetweenEvaluations();
        if (heard.now().dosingSessions() / every > heard.before().dosingSessions() / every) {
            evaluate(heard.patientId(), Cause.DOSES_GIVEN);
        }
    }

    /** An alert that stands under the other record stands. The next evaluation sees it, and so does whoever asks. */
    void takeOver(@Observes RecordsMerged merge) {
        repository.save(merge.survivor(), repository.facts(merge.survivor()).with(repository.facts(merge.merged())));
    }

    /** Whether it says anything new. */
    private boolean note(PatientId patientId, Cause cause, UnaryOperator<ModalityFacts> fact) {
        patients.lock(patientId);
        ModalityFacts before = repository.facts(patientId);
        ModalityFacts now = fact.apply(before);
        if (now.equals(before)) {
            return false;
        }
        repository.save(patientId, now);
        evaluate(patientId, cause);
        return true;
    }

    private void evaluate(PatientId patientId, Cause cause) {
        recommend(patientId).ifPresent(recommendation ->
                repository.add(new Evaluation(Ids.next(), patientId, cause, recommendation, clock.now())));
    }

    private ModalityConfig numbers() {
        return limits.of(ModalityConfig.class);
    }

    /** Empty while no intake is signed. */
    private Optional<Recommendation> recommend(PatientId patientId) {
        return intakes.latestSigned(patientId)
                .map(intake -> new ModalityPolicy(numbers()).recommend(inputs(patientId, intake)));
    }

    private ModalityInputs inputs(PatientId patientId, Intake intake) {
        ModalityFacts facts = repository.facts(patientId);
        IntakeContent content = intake.content();
        IntakeContent.Measures measures = content.measuresOrNone();
        Instant signedAt = intake.signedAt().orElseThrow();
        Screening screening = screenings.latest(patientId).orElse(null);
        return new ModalityInputs(content,
                facts.latestTotal("PSWQ", measures.pswq(), signedAt),
                facts.latestTotal("BAI", measures.bai(), signedAt),
                facts.latestTotal("PCL5", measures.pcl5(), signedAt),
                facts.improvement(content.primaryDiagnosis().code().primaryEndpoint()).orElse(null),
                dissociation(patientId, content, screening),
                suicideRisk(patientId, facts, screening),
                facts.hasBeenStabilized());
    }

    /** One that was found or diagnosed earlier is absent once a second reader has agreed that it is. */
    private Dissociation dissociation(PatientId patientId, IntakeContent intake, Screening screening) {
        boolean diagnosed = intake.comorbidities().contains(Comorbidity.DISSOCIATIVE_DISORDER);
        AnswerState answer = screening == null ? AnswerState.UNKNOWN : screening.answers()
                .answer(DISSOCIATIVE_DISORDER)
                .map(ScreeningAnswers.Answer::state)
                .orElse(AnswerState.UNKNOWN);
        if (diagnosed || answer == AnswerState.PRESENT) {
            return isReviewed(screening) ? Dissociation.REVIEWED : Dissociation.UNREVIEWED;
        }
        if (answer == AnswerState.UNKNOWN) {
            return Dissociation.NOT_SCREENED;
        }
        return candidacies.review(patientId).leavesUnexplained(DISSOCIATIVE_DISORDER) ? Dissociation.UNREVIEWED : Dissociation.ABSENT;
    }

    /** An attempt within three months is high risk whatever a screener after it says. */
    private SuicideRisk suicideRisk(PatientId patientId, ModalityFacts facts, Screening screening) {
        if (screening == null) {
            return facts.suicideRisk(null, null);
        }
        return screenings.withId(patientId, screening.id()).result().tellsOfAnAttempt()
                ? SuicideRisk.HIGH
                : facts.suicideRisk(screening.answers().cssrs(), screening.answers().performedAt());
    }

    private boolean isReviewed(Screening screening) {
        Instant now = clock.now();
        return screening != null && screening.clearances().stream().anyMatch(clearance ->
                clearance.findingCode().equals(DISSOCIATIVE_DISORDER) && clearance.isInDate(now));
    }
}
