package health.stillpoint.patient.consent;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.jobs.RecordJobs;
import health.stillpoint.kit.knowledge.Knowledge;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.candidacy.Candidacies;
import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.consent.domain.ConsentPolicy;
import health.stillpoint.patient.consent.domain.ConsentRefusal;
import health.stillpoint.patient.consent.domain.ConsentRepository;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.domain.ConsentTemplates;
import health.stillpoint.patient.consent.domain.CoveragePolicy;
import health.stillpoint.patient.consent.domain.LapseReason;
import health.stillpoint.patient.consent.messaging.ConsentEvents;
import health.stillpoint.patient.dosing.DosingHeard;
import health.stillpoint.patient.dosing.DosingHistories;
import health.stillpoint.patient.dosing.domain.DosingHistory;
import health.stillpoint.patient.intake.IntakeSigned;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Intake;
import health.stillpoint.patient.intake.domain.IntakeContent;
import health.stillpoint.patient.patients.BirthCorrected;
import health.stillpoint.patient.patients.IdentityErased;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.RecordsMerged;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.programme.ProgrammeEnded;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import health.stillpoint.patient.screening.ScreeningRecorded;
import health.stillpoint.patient.screening.Screenings;
import health.stillpoint.patient.screening.SuicideRiskAlerted;
import io.quarkus.scheduler.Scheduled;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/** Taking consent, and honoring its withdrawal at once. */
@ApplicationScoped
public class Consents {

    private static final int ENDED_AT_ONCE = 200;
    /** First word of the topic on which doses are told. */
    private static final String SESSIONS = "session";

    private final ConsentRepository repository;
    private final ClinicLimits limits;
    private final Patients patients;
    private final Intakes intakes;
    private final Candidacies candidacies;
    private final Programmes programmes;
    private final Screenings screenings;
    private final DosingHistories dosing;
    private final Knowledge knowledge;
    private final Outbox outbox;
    private final ClinicClock clock;
    private final RecordJobs jobs;
    private final ConsentTemplates templates;

    Consents(ConsentRepository repository, ClinicLimits limits, Patients patients, Intakes intakes,
            Candidacies candidacies, Programmes programmes, Screenings screenings, DosingHistories dosing, Knowledge knowledge, Outbox outbox, ClinicClock clock,
            RecordJobs jobs, ConsentTemplates templates) {
        this.repository = repository;
        this.limits = limits;
        this.patients = patients;
        this.intakes = intakes;
        this.candidacies = candidacies;
        this.programmes = programmes;
        this.screenings = screenings;
        this.dosing = dosing;
        this.knowledge = knowledge;
        this.outbox = outbox;
        this.clock = clock;
        this.jobs = jobs;
        this.templates = templates;
    }

    public Versioned<Consent> sign(PatientId patientId, ConsentPolicy.Signing signing) {
        Patient patient = patients.lock(patientId).value();
        if (signing.scope() == ConsentScope.TREATMENT) {
            programmes.requireGoingOn(patientId);
        }
        Consent consent = policy().sign(Ids.next(), patientId, signing, circumstances(patient), clock.now());
        List<Consent> earlier = repository.given(patientId, signing.scope());
        earlier.forEach(replaced -> repository.save(replaced.replacedBy(consent)));
        Versioned<Consent> added = repository.add(consent);
        outbox.append(ConsentEvents.granted(consent));
        earlier.forEach(replaced -> outbox.append(
                ConsentEvents.lapsed(replaced, Set.of(LapseReason.REPLACED), consent.signedAt())));
        if (consent.scope() == ConsentScope.TREATMENT) {
            programmes.note(patientId, new ProgrammeFact.ConsentGranted(consent.id()));
        }
        return added;
    }

    private ConsentPolicy.Circumstances circumstances(Patient patient) {
        PatientId patientId = patient.id();
        Optional<Intake> intake = intakes.latestSigned(patientId);
        boolean conversationMissing = intake
                .map(signed -> signed.content().expectations().needConversation())
                .orElse(false);
        return new ConsentPolicy.Circumstances(
                candidacies.accepted(patientId).map(CandidacyDecision::id).orElse(null),
                intake.map(Intake::id).orElse(null),
                conversationMissing,
                screenings.lacksCapacity(patientId),
                dosing.of(patientId),
                mayHaveUnheardDoses(patientId),
                patient.language());
    }

    /** Nobody is dosed without ever having consented to treatment. */
    private boolean mayHaveUnheardDoses(PatientId patientId) {
        return repository.wasEverGiven(patientId, ConsentScope.TREATMENT)
                && knowledge.ageOf(SESSIONS).compareTo(limits.of(ConsentConfig.class).knowledgeAtMost()) > 0;
    }

    private ConsentPolicy policy() {
        return new ConsentPolicy(limits.of(ConsentConfig.class), templates);
    }

    public Versioned<Consent> withId(PatientId patientId, UUID id) {
        patients.read(patientId);
        return repository.withId(patientId, id).orElseThrow(ConsentRefusal.NoSuchConsent::new);
    }

    /** Newest first, up to {@code limit} behind the given one; null = from the newest. */
    public List<Versioned<Consent>> of(PatientId patientId, UUID last, int limit) {
        patients.read(patientId);
        return repository.of(patientId, last, limit);
    }

    public Versioned<Consent> withdraw(PatientId patientId, UUID id, String reason, UUID recordedBy) {
        patients.lock(patientId);
        Instant now = clock.now();
        Consent withdrawn = withId(patientId, id).value().withdraw(reason, recordedBy, now);
        Versioned<Consent> saved = repository.save(withdrawn);
        outbox.append(ConsentEvents.withdrawn(withdrawn, now));
        if (withdrawn.scope() == ConsentScope.TREATMENT) {
            programmes.note(patientId, new ProgrammeFact.ConsentWithdrawn(withdrawn.id()));
        }
        return saved;
    }

    /** The facts of all consents that hold, to be told once more. */
    public Stream<OutboundEvent> factsInForce() {
        return repository.given().stream().filter(consent -> status(consent) == Consent.Status.ACTIVE).map(ConsentEvents::granted);
    }

    /** The consent of a scope that holds at this moment. */
    public Optional<Consent> active(PatientId patientId, ConsentScope scope) {
        return repository.given(patientId, scope).stream()
                .filter(consent -> status(consent) == Consent.Status.ACTIVE)
                .findFirst();
    }

    /** How a consent reads now. */
    public Consent.Status status(Consent consent) {
        return consent.statusAt(clock.now());
    }

    /** A clinician knows that the case has changed. */
    public Versioned<Consent> requireAnew(PatientId patientId, UUID id, LapseReason reason) {
        patients.lock(patientId);
        Instant now = clock.now();
        Consent standing = withId(patientId, id).value();
        if (standing.statusAt(now) != Consent.Status.ACTIVE) {
            throw new ConsentRefusal.NotActive();
        }
        return lapse(standing, Set.of(reason), now);
    }

    /** A new finding may need consent anew (programme.md section 5). */
    void review(@Observes ScreeningRecorded recorded) {
        reviewCoverage(recorded.patientId());
    }

    /** So may one of the suicide screener between the visits. */
    void review(@Observes SuicideRiskAlerted alerted) {
        reviewCoverage(alerted.patientId());
    }

    /** So may a new diagnosis. */
    void review(@Observes IntakeSigned signed) {
        reviewCoverage(signed.intake().patientId());
    }

    /** So may a finding that follows from a corrected day of birth or sex at birth. */
    void review(@Observes BirthCorrected corrected) {
        reviewCoverage(corrected.patientId());
    }

    /** So may another course or another route. */
    void review(@Observes DosingHeard heard) {
        endSignedWhileSedated(heard);
        reviewCoverage(heard.patientId());
    }

    /** A dose may be told after somebody has signed: what was signed under it is no consent, whatever its scope. */
    private void endSignedWhileSedated(DosingHeard heard) {
        repository.givenInEveryRecord(heard.patientId()).stream()
                .filter(consent -> policy().wasSignedSedated(consent, heard.now()))
                .forEach(consent -> lapseNow(consent, LapseReason.SIGNED_WHILE_SEDATED));
    }

    private void reviewCoverage(PatientId patientId) {
        Instant now = clock.now();
        for (Consent consent : repository.given(patientId, ConsentScope.TREATMENT)) {
            Set<LapseReason> reasons = CoveragePolicy.reasonsAgainst(consent, presentCase(consent));
            if (!reasons.isEmpty() && consent.statusAt(now) == Consent.Status.ACTIVE) {
                lapse(consent, reasons, now);
            }
        }
    }

    private CoveragePolicy.PresentCase presentCase(Consent consent) {
        PatientId patientId = consent.patientId();
        CandidacyDecision decision = candidacies.withId(patientId, consent.decisionId()).value();
        IntakeContent consentedOn = consent.intakeId() == null
                ? decision.inputs().intake()
                : intakes.read(patientId, consent.intakeId()).value().content();
        IntakeContent present = intakes.latestSigned(patientId).map(Intake::content).orElse(consentedOn);
        return new CoveragePolicy.PresentCase(consentedOn, present,
                decision.newFindingsIn(candidacies.review(patientId)), dosing.of(patientId));
    }

    /** Ends consents whose time is over, clinic by clinic, so that every reader hears of it. */
    @Scheduled(every = "{stillpoint.consent.expiry-check}", delayed = "5s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endExpired() {
        jobs.forEach("consent-expiry", () -> repository.expired(clock.now(), ENDED_AT_ONCE), id -> lapse(id, LapseReason.EXPIRED));
    }

    /** Ends consents on texts that a release has changed in substance. */
    @Scheduled(every = "{stillpoint.consent.text-check}", delayed = "10s",
            concurrentExecution = Scheduled.ConcurrentExecution.SKIP)
    void endOnChangedText() {
        for (ConsentScope scope : ConsentScope.values()) {
            Set<String> holding = templates.holding(scope);
            jobs.forEach("consent-text-" + scope, () -> repository.signedOnOtherThan(scope, holding, ENDED_AT_ONCE),
                    id -> lapse(id, LapseReason.TEXT_CHANGED));
        }
    }

    /** Unless it has ended meanwhile. */
    private void lapse(UUID id, LapseReason reason) {
        repository.given(id).ifPresent(consent -> lapse(consent, Set.of(reason), clock.now()));
    }

    private Versioned<Consent> lapse(Consent consent, Set<LapseReason> reasons, Instant at) {
        Versioned<Consent> lapsed = repository.save(consent.lapse(reasons, at));
        outbox.append(ConsentEvents.lapsed(consent, reasons, at));
        if (consent.scope() == ConsentScope.TREATMENT) {
            programmes.note(consent.patientId(), new ProgrammeFact.ConsentLapsed(consent.id(),
                    reasons.stream().sorted().map(Enum::name).toList()));
        }
        return lapsed;
    }

    /** Who was treated as somebody else is asked anew, and so is who signed under a dose of either record. */
    void lapse(@Observes RecordsMerged merge) {
        repository.givenInEveryRecord(merge.merged()).forEach(consent -> lapseNow(consent, LapseReason.RECORDS_MERGED));
        DosingHistory ofBoth = dosing.of(merge.survivor()).with(dosing.of(merge.merged()));
        for (Consent consent : repository.givenInEveryRecord(merge.survivor())) {
            if (consent.scope() == ConsentScope.TREATMENT) {
                lapseNow(consent, LapseReason.RECORDS_MERGED);
            } else if (policy().wasSignedSedated(consent, ofBoth)) {
                lapseNow(consent, LapseReason.SIGNED_WHILE_SEDATED);
            }
        }
    }

    /** Nobody comes back to treatment on a consent given before it was stopped or closed (section 5: one course; ours for a stop). */
    void lapse(@Observes ProgrammeEnded ended) {
        repository.given(ended.patientId(), ConsentScope.TREATMENT)
                .forEach(consent -> lapseNow(consent, LapseReason.PROGRAMME_ENDED));
    }

    /** Nothing is done on the word of somebody nobody knows any more. */
    void lapse(@Observes IdentityErased erased) {
        repository.givenInEveryRecord(erased.patientId()).forEach(consent -> lapseNow(consent, LapseReason.IDENTITY_ERASED));
    }

    /** Also where only the record of its end is missing: afterwards nothing is written of the ended record any more. */
    private void lapseNow(Consent consent, LapseReason reason) {
        LapseReason told = status(consent) == Consent.Status.EXPIRED ? LapseReason.EXPIRED : reason;
        lapse(consent, Set.of(told), clock.now());
    }
}
