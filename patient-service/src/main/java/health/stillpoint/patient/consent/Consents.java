package health.stillpoint.patient.consent;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.OutboundEvent;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.candidacy.Candidacies;
import health.stillpoint.patient.candidacy.CandidacyReopened;
import health.stillpoint.patient.candidacy.domain.CandidacyDecision;
import health.stillpoint.patient.consent.domain.Consent;
import health.stillpoint.patient.consent.domain.ConsentPolicy;
import health.stillpoint.patient.consent.domain.ConsentRefusal;
import health.stillpoint.patient.consent.domain.ConsentRepository;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.consent.messaging.ConsentEvents;
import health.stillpoint.patient.intake.IntakeSigned;
import health.stillpoint.patient.intake.Intakes;
import health.stillpoint.patient.intake.domain.Diagnosis;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;

/** Taking consent, and honoring its withdrawal at once. */
@ApplicationScoped
public class Consents {

    private final ConsentRepository repository;
    private final ConsentPolicy policy;
    private final Patients patients;
    private final Intakes intakes;
    private final Candidacies candidacies;
    private final Programmes programmes;
    private final Outbox outbox;
    private final ClinicClock clock;

    Consents(ConsentRepository repository, ConsentConfig limits, Patients patients, Intakes intakes,
            Candidacies candidacies, Programmes programmes, Outbox outbox, ClinicClock clock) {
        this.repository = repository;
        this.policy = new ConsentPolicy(limits);
        this.patients = patients;
        this.intakes = intakes;
        this.candidacies = candidacies;
        this.programmes = programmes;
        this.outbox = outbox;
        this.clock = clock;
    }

    public Versioned<Consent> sign(PatientId patientId, ConsentPolicy.Signing signing) {
        patients.lock(patientId);
        Consent consent = policy.sign(Ids.next(), patientId, signing, circumstances(patientId), clock.now());
        repository.given(patientId, signing.scope())
                .forEach(earlier -> repository.save(earlier.replacedBy(consent)));
        Versioned<Consent> added = repository.add(consent);
        outbox.append(ConsentEvents.granted(consent));
        if (consent.scope() == ConsentScope.TREATMENT) {
            programmes.note(patientId, new ProgrammeFact.ConsentGranted(consent.id()));
        }
        return added;
    }

    private ConsentPolicy.Circumstances circumstances(PatientId patientId) {
        boolean conversationMissing = intakes.latestSigned(patientId)
                .map(intake -> intake.content().expectations().needConversation())
                .orElse(false);
        return new ConsentPolicy.Circumstances(
                candidacies.accepted(patientId).map(CandidacyDecision::id).orElse(null),
                conversationMissing,
                programmes.of(patientId).facts().lastDoseEndedAt);
    }

    public Versioned<Consent> withId(PatientId patientId, UUID id) {
        patients.read(patientId);
        return repository.withId(patientId, id).orElseThrow(ConsentRefusal.NoSuchConsent::new);
    }

    public List<Versioned<Consent>> of(PatientId patientId) {
        patients.read(patientId);
        return repository.of(patientId);
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

    /** A new absolute or relative finding needs consent anew (programme.md section 5). */
    void lapse(@Observes CandidacyReopened reopened) {
        lapseTreatment(reopened.decision().patientId());
    }

    /** A new diagnosis needs consent anew (programme.md section 5). */
    void lapse(@Observes IntakeSigned signed) {
        PatientId patientId = signed.intake().patientId();
        Diagnosis diagnosis = signed.intake().content().primaryDiagnosis().code();
        Optional<Diagnosis> consentedTo = candidacies.accepted(patientId)
                .map(decision -> decision.inputs().intake().primaryDiagnosis().code());
        if (consentedTo.isPresent() && consentedTo.get() != diagnosis) {
            lapseTreatment(patientId);
        }
    }

    private void lapseTreatment(PatientId patientId) {
        Instant now = clock.now();
        repository.given(patientId, ConsentScope.TREATMENT).stream()
                .filter(consent -> consent.statusAt(now) == Consent.Status.ACTIVE)
                .forEach(consent -> {
                    repository.save(consent.lapse(now));
                    outbox.append(ConsentEvents.lapsed(consent, now));
                    programmes.note(patientId, new ProgrammeFact.ConsentLapsed(consent.id()));
                });
    }
}
