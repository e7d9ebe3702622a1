package health.stillpoint.patient.candidacy;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.jobs.RecordJobs;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import health.stillpoint.patient.candidacy.domain.CandidacyInputs;
import health.stillpoint.patient.candidacy.domain.CandidacyPolicy;
import health.stillpoint.patient.candidacy.domain.CandidacyRefusal;
import health.stillpoint.patient.candidacy.domain.CandidacyRepository;
import health.stillpoint.patient.candidacy.domain.CandidacyResult;
import health.stillpoint.patient.candidacy.messaging.CandidacyEvents;
import health.stillpoint.patient.intake.IntakeSigned;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.patients.BirthCorrected;
import health.stillpoint.patient.patients.IdentityErased;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.RecordsMerged;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.practitioners.Practitioners;
import health.stillpoint.patient.programme.ProgrammeEnded;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import health.stillpoint.patient.screening.ScreeningRecorded;
import health.stillpoint.patient.screening.Screenings;
import health.stillpoint.patient.screening.SuicideRiskAlerted;
import health.stillpoint.patient.screening.domain.EarlierFinding;
import health.stillpoint.patient.screening.domain.Screening;
import health.stillpoint.patient.screening.domain.ScreeningAnswers.SuicideRisk;
import health.stillpoint.patient.treatment.PriorTreatments;
import health.stillpoint.patient.treatment.TreatmentsChanged;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Deciding who may be treated, and noticing when a decision no longer holds. */
@ApplicationScoped
public class Candidacies {

    private static final int EXPIRED_AT_ONCE = 200;

    private final CandidacyRepository repository;
    private final CandidacyPolicies policies;
    private final ClinicLimits limits;
    private final Patients patients;
    private final Intakes intakes;
    private final PriorTreatments treatments;
    private final Screenings screenings;
    private final Programmes programmes;
    private final Practitioners practitioners;
    private final Outbox outbox;
    private final ClinicClock clock;
    private final RecordJobs jobs;

    Candidacies(CandidacyRepository repository, CandidacyPolicies policies, ClinicLimits limits, Patients patients,
            Intakes intakes, PriorTreatments treatments, Screenings screenings, Programmes programmes,
            Practitioners practitioners, Outbox outbox, ClinicClock clock, RecordJobs jobs) {
        this.repository = repository;
        this.policies = policies;
        this.limits = limits;
        this.patients = patients;
        this.intakes = intakes;
        this.treatments = treatments;
        this.screenings = screenings;
        this.programmes = programmes;
        this.practitioners = practitioners;
        this.outbox = outbox;
        this.clock = clock;
        this.jobs = jobs;
    }

    /** What the rules would say now; nothing is decided. */
    public CandidacyResult review(PatientId patientId) {
        return policies.ofThisClinic().decide(inputs(patients.read(patientId).value(), null, clock.now()));
    }

    /** A physician takes the decision that the rules propose. */
    public Versioned<CandidacyDecision> decide(
            PatientId patientId, UUID physician, String rationale, CandidacyInputs.Override override) {
        Patient patient = patients.lock(patientId).value();
        programmes.requireGoingOn(patientId);
        CandidacyInputs.Override itsOverride = override == null ? null : override.by(practitioners.isPsychiatrist(physician));
        CandidacyInputs inputs = inputs(patient, itsOverride, clock.now());
        CandidacyPolicy policy = policies.ofThisClinic();
        CandidacyDecision decision = CandidacyDecision.take(
                Ids.next(), patientId, inputs, policy.decide(inputs),
                nextBirthday(patient, inputs, policy), physician, rationale, limits.of(CandidacyConfig.class));
        replaceBy(decision);
        Versioned<CandidacyDecision> added = repository.add(decision);
        tellIfInForce(decision);
        return added;
    }

    /**
     * A decision that permits treatment takes the place of the earlier one. One that does not, or not yet, ends the earlier
     * acceptance, and everybody hears of it at once: nobody is treated on a decision that no longer stands.
     */
    private void replaceBy(CandidacyDecision decision) {
        List<String> replaced = List.of("REPLACED");
        boolean inItsPlace = decision.permitsTreatment(decision.decidedAt());
        for (CandidacyDecision earlier : repository.standing(decision.patientId())) {
            if (inItsPlace || !earlier.permitsTreatment(earlier.decidedAt())) {
                repository.save(earlier.end(replaced, decision.decidedAt()));
            } else {
                end(earlier, replaced);
                // the new decision could be taken, so the screening it rests on is complete: the case waits for review only
                programmes.note(earlier.patientId(), new ProgrammeFact.Screened(decision.inputs().screeningId(), true));
            }
        }
    }

    /** Another physician reads a decision that waits for it; the rules are asked anew. */
    public Versioned<CandidacyDecision> read(PatientId patientId, UUID id, UUID secondReader, boolean agrees) {
        Patient patient = patients.lock(patientId).value();
        CandidacyDecision waiting = withId(patientId, id).value();
        CandidacyInputs present = inputs(patient, waiting.inputs().override(), clock.now());
        CandidacyDecision read = waiting.read(
                secondReader, agrees, policies.ofThisClinic().decide(present), present.at());
        Versioned<CandidacyDecision> saved = repository.save(read);
        tellIfInForce(read);
        return saved;
    }

    public Versioned<CandidacyDecision> withId(PatientId patientId, UUID id) {
        patients.read(patientId);
        return repository.withId(patientId, id).orElseThrow(CandidacyRefusal.NoSuchDecision::new);
    }

    /** Newest first, up to {@code limit} behind the given one; null = from the newest. */
    public List<Versioned<CandidacyDecision>> of(PatientId patientId, UUID last, int limit) {
        patients.read(patientId);
        return repository.of(patientId, last, limit);
    }

    /** The accepted decision in force and in date. */
    public Optional<CandidacyDecision> accepted(PatientId patientId) {
        Instant now = clock.now();
        return repository.standing(patientId).stream()
                .filter(decision -> decision.permitsTreatment(now))
                .findFirst();
    }

    /** The facts of all decisions that hold, to be told once more. */
    public Stream<OutboundEvent> factsInForce() {
        return repository.inForce().stream().map(CandidacyEvents::decided);
    }

    private void tellIfInForce(CandidacyDecision decision) {
        if (!(decision.state() instanceof CandidacyDecision.State.InForce)) {
            return;
        }
        outbox.append(CandidacyEvents.decided(decision));
        CandidacyResult result = decision.result();
        programmes.note(decision.patientId(), new ProgrammeFact.CandidacyDecided(decision.id(),
                ProgrammeFact.Verdict.valueOf(result.outcome().name()), !result.lowStart().isEmpty(), result.reasonCodes(),
                decision.inputs().screening().performedAt()));
    }

    /** A new finding of a later screening reopens an accepted candidacy at once. */
    void reopen(@Observes ScreeningRecorded recorded) {
        reopenOnNews(recorded.patientId());
    }

    /** So does what a later intake makes of the case. */
    void reopen(@Observes IntakeSigned signed) {
        reopenOnNews(signed.intake().patientId());
    }

    /** So does a corrected day of birth or sex at birth, also by a birthday before its end that a decision did not know. */
    void reopen(@Observes BirthCorrected corrected) {
        List<CandidacyDecision> accepted = acceptedStanding(corrected.patientId());
        if (accepted.isEmpty()) {
            return;
        }
        Patient patient = patients.read(corrected.patientId()).value();
        CandidacyPolicy policy = policies.ofThisClinic();
        CandidacyInputs present = inputs(patient, null, clock.now());
        CandidacyResult now = policy.decide(present);
        CandidacyDecision.Birthday next = nextBirthday(patient, present, policy);
        for (CandidacyDecision decision : accepted) {
            CandidacyResult uncorrected = policy.decide(present.bornAs(decision.inputs()));
            endOn(decision.newsOfBirth(present, uncorrected, now, next), decision);
        }
    }

    private static CandidacyDecision.Birthday nextBirthday(Patient patient, CandidacyInputs inputs, CandidacyPolicy policy) {
        return new CandidacyDecision.Birthday(patient.nextBirthday(inputs.at()), policy.decide(inputs.aYearOlder()));
    }

    /** So does an alert of the suicide screener that says more than the screening. */
    void reopen(@Observes SuicideRiskAlerted alerted) {
        reopenOnNews(alerted.patientId());
    }

    /** So does an earlier treatment, newly recorded, corrected or withdrawn. */
    void reopen(@Observes TreatmentsChanged changed) {
        reopenOnNews(changed.patientId());
    }

    private void reopenOnNews(PatientId patientId) {
        List<CandidacyDecision> accepted = acceptedStanding(patientId);
        if (accepted.isEmpty()) {
            return;
        }
        CandidacyInputs present = inputs(patients.read(patientId).value(), null, clock.now());
        CandidacyResult now = policies.ofThisClinic().decide(present);
        accepted.forEach(decision -> endOn(decision.newsIn(present, now), decision));
    }

    private void endOn(List<String> news, CandidacyDecision decision) {
        if (!news.isEmpty()) {
            end(decision, news);
        }
    }

    /** A serious adverse event reopens an accepted candidacy; each event once, however often it is told. */
    public void seriousAdverseEvent(PatientId patientId, UUID adverseEventId) {
        patients.lock(patientId);
        if (repository.reopenedBy(adverseEventId)) {
            return;
        }
        repository.rememberReopening(patientId, adverseEventId, clock.now());
        acceptedStanding(patientId).forEach(decision -> end(decision, List.of("SERIOUS_ADVERSE_EVENT")));
    }

    private List<CandidacyDecision> acceptedStanding(PatientId patientId) {
        return repository.standing(patientId).stream()
                .filter(decision -> decision.result().outcome().isAccepted())
                .toList();
    }

    /** Nobody is treated after the programme was stopped or closed; a decision that does not accept stays as it is. */
    void end(@Observes ProgrammeEnded ended) {
        acceptedStanding(ended.patientId()).forEach(decision -> end(decision, List.of("PROGRAMME_" + ended.state())));
    }

    /** No decision that knew half of the history holds: a physician decides anew. */
    void end(@Observes RecordsMerged merge) {
        Stream.of(merge.survivor(), merge.merged())
                .flatMap(patientId -> repository.standing(patientId).stream())
                .forEach(decision -> end(decision, List.of("RECORDS_MERGED")));
    }

    /** Nobody is treated without an identity. */
    void end(@Observes IdentityErased erased) {
        repository.standing(erased.patientId()).forEach(decision -> end(decision, List.of("IDENTITY_ERASED")));
    }

    /** Ends decisions that are out of date, clinic by clinic. */
    @Scheduled(every = "{stillpoint.candidacy.expiry-check}", delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endOutOfDate() {
        jobs.forEach("candidacy-expiry", () -> repository.outOfDate(clock.now(), EXPIRED_AT_ONCE),
                id -> repository.standing(id).ifPresent(decision -> end(decision, List.of(CandidacyDecision.OUT_OF_DATE))));
    }

    private void end(CandidacyDecision decision, List<String> reasonCodes) {
        Instant now = clock.now();
        repository.save(decision.end(reasonCodes, now));
        if (decision.state() instanceof CandidacyDecision.State.InForce) {
            outbox.append(CandidacyEvents.expired(decision, reasonCodes, now));
            programmes.note(decision.patientId(), new ProgrammeFact.CandidacyEnded(decision.id(), reasonCodes));
        }
    }

    /** Each with the decision in which a second reader agreed to its absence. */
    private List<EarlierFinding> earlierFindings(PatientId patientId) {
        List<EarlierFinding> findings =
                Stream.concat(screenings.earlierFindings(patientId).stream(), earlierDiagnoses(patientId)).toList();
        if (findings.isEmpty()) {
            return findings;
        }
        List<CandidacyDecision> decisions = repository.of(patientId).stream().map(Versioned::value).toList();
        return findings.stream().map(finding -> decisions.stream()
                        .filter(decision -> decision.wasAgreedOn(finding))
                        .findFirst()
                        .map(decision -> finding.agreedIn(decision.id()))
                        .orElse(finding))
                .toList();
    }

    /** Secondary diagnoses of the intakes signed before the latest one, also of a merged record. */
    private Stream<EarlierFinding> earlierDiagnoses(PatientId patientId) {
        return intakes.of(patientId).stream().map(Versioned::value).filter(Intake::isSigned).skip(1)
                .flatMap(intake -> intake.content().comorbidities().stream()
                        .flatMap(diagnosis -> EarlierFinding.of(intake.id(), diagnosis).stream()));
    }

    private CandidacyInputs inputs(Patient patient, CandidacyInputs.Override override, Instant at) {
        Optional<Intake> intake = intakes.latestSigned(patient.id());
        Optional<Screening> screening = screenings.latest(patient.id());
        Map<SuicideRisk, Instant> alertedAt = screenings.suicideAlertedAt(patient.id());
        return new CandidacyInputs(
                patient.ageAt(at),
                patient.sexAtBirth(),
                intake.map(Intake::id).orElse(null),
                intake.map(Intake::content).orElse(null),
                treatments.of(patient.id()),
                screening.map(Screening::id).orElse(null),
                screening.map(Screening::answers).orElse(null),
                screening.map(s -> s.answers().performedAt().atZone(patient.timeZone()).toLocalDate()).orElse(null),
                screening.map(Screening::clearances).orElse(List.of()),
                earlierFindings(patient.id()),
                alertedAt.get(SuicideRisk.HIGH),
                alertedAt.get(SuicideRisk.MODERATE),
                override,
                programmes.stoppedForHarmAt(patient.id()).orElse(null),
                at.atZone(patient.timeZone()).toLocalDate(),
                patient.timeZone(),
                at);
    }
}
