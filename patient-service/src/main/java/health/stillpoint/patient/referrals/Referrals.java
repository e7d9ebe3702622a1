package health.stillpoint.patient.referrals;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.operation.Operation;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.ClinicLimits;
import health.stillpoint.patient.consent.Consents;
import health.stillpoint.patient.consent.domain.ConsentScope;
import health.stillpoint.patient.patients.Patients;
import health.stillpoint.patient.patients.domain.ContactPerson;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.referrals.domain.DeclineReason;
import health.stillpoint.patient.referrals.domain.Referral;
import health.stillpoint.patient.referrals.domain.ReferralId;
import health.stillpoint.patient.referrals.domain.ReferralRefusal;
import health.stillpoint.patient.referrals.domain.ReferralRepository;
import health.stillpoint.patient.referrals.domain.ReferralStatus;
import health.stillpoint.patient.referrals.domain.Submission;
import health.stillpoint.patient.referrals.messaging.ReferralEvents;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** From a partner's referral to a registered patient, and what the partner may hear of it. */
@ApplicationScoped
public class Referrals {

    private static final int MOST_HINTS = 20;

    private final ReferralRepository repository;
    private final Patients patients;
    private final Consents consents;
    private final ClinicLimits limits;
    private final Outbox outbox;
    private final ClinicClock clock;

    Referrals(ReferralRepository repository, Patients patients, Consents consents, ClinicLimits limits, Outbox outbox,
            ClinicClock clock) {
        this.repository = repository;
        this.patients = patients;
        this.consents = consents;
        this.limits = limits;
        this.outbox = outbox;
        this.clock = clock;
    }

    /** What registering a referred person needs beyond what the partner sent. */
    public record Completion(
            String genderIdentity, ContactPerson emergencyContact, List<ContactPerson> escorts, List<Identifier> identifiers) {

        @Override
        public String toString() {
            return "Completion[withheld]";
        }
    }

    public Versioned<Referral> receive(String partner, Submission submission) {
        Instant now = clock.now();
        Submission.Person person = submission.person();
        Patient.requireAdult(person.birthDate(), now, ZoneId.of(person.timeZone()));
        if (submission.partnerReference() != null) {
            repository.release(partner, submission.partnerReference(), keptSince());
            if (repository.exists(partner, submission.partnerReference())) {
                throw new ReferralRefusal.ReferenceTaken();
            }
        }
        Referral referral = Referral.receive(new ReferralId(Ids.next()), partner, submission, now);
        Versioned<Referral> added = repository.add(referral);
        outbox.append(ReferralEvents.received(referral));
        return added;
    }

    public Versioned<Referral> read(ReferralId id) {
        return repository.withId(id).orElseThrow(ReferralRefusal.NoSuchReferral::new);
    }

    /** The partner's own one; another partner's does not exist. */
    public Versioned<Referral> readOwn(String partner, ReferralId id) {
        return own(partner, read(id));
    }

    private static Versioned<Referral> own(String partner, Versioned<Referral> referral) {
        if (!referral.value().partner().equals(partner)) {
            throw new ReferralRefusal.NoSuchReferral();
        }
        return referral;
    }

    /** @param partner only this client's; null = all of the clinic */
    public List<Versioned<Referral>> after(UUID last, String partner, ReferralStatus standing, int limit) {
        return repository.after(last, partner, standing, limit);
    }

    public Versioned<Referral> accept(ReferralId id) {
        return step(id, referral -> referral.accept(by(), clock.now()));
    }

    public Versioned<Referral> decline(ReferralId id, DeclineReason reason, Optional<String> note) {
        return step(id, referral -> referral.decline(reason, note, by(), clock.now()));
    }

    /** @param identityConfirmed somebody made sure of the person although the birth dates differ */
    public Versioned<Referral> link(ReferralId id, PatientId patientId, boolean identityConfirmed) {
        return step(id, referral -> {
            Patient patient = patients.lock(patientId).value();
            if (!identityConfirmed && !patient.birthDate().equals(referral.submission().person().birthDate())) {
                throw new ReferralRefusal.PersonDiffers();
            }
            return referral.link(patientId, by(), clock.now());
        });
    }

    public Versioned<Referral> unlink(ReferralId id) {
        return step(id, referral -> {
            if (referral.patient().filter(patients::isErased).isPresent()) {
                throw new PatientRefusal.Erased();
            }
            return referral.unlink(clock.now());
        });
    }

    /** Registers the person as the partner described them; patient and link come into being together. */
    public Versioned<Referral> register(ReferralId id, Completion completion, UUID registeredBy) {
        return step(id, referral -> {
            Submission.Person person = referral.submission().person();
            Patients.Registration registration = new Patients.Registration(person.name(), person.birthDate(),
                    person.sexAtBirth(), completion.genderIdentity(), person.contact(), completion.emergencyContact(),
                    completion.escorts(), person.language(), ZoneId.of(person.timeZone()), completion.identifiers());
            PatientId registered = patients.register(registration, registeredBy).value().id();
            return referral.link(registered, by(), clock.now());
        });
    }

    public Versioned<Referral> cancel(String partner, ReferralId id) {
        own(partner, read(id));
        return step(id, referral -> referral.cancel(clock.now()));
    }

    private Versioned<Referral> step(ReferralId id, UnaryOperator<Referral> step) {
        Referral referral = repository.withIdLocked(id).orElseThrow(ReferralRefusal.NoSuchReferral::new).value();
        return repository.save(step.apply(referral));
    }

    private static String by() {
        return Operation.current().actor().subject();
    }

    /** The state by name as the clinic sees it. */
    public ReferralStatus status(Referral referral) {
        return referral.followed().flatMap(this::patient)
                .map(patient -> ReferralStatus.ofAccepted(patient.programmeState()))
                .orElseGet(() -> ReferralStatus.of(referral.state()));
    }

    /** What the partner may hear now: nothing, unless this person's consent to share with this partner holds at this moment. */
    public Optional<Disclosure> disclosure(Referral referral) {
        return referral.followed().flatMap(this::patient)
                .flatMap(patient -> consents.active(patient.id(), ConsentScope.PARTNER_SHARING)
                        .filter(consent -> consent.isSharedWith(referral.partner()))
                        .map(consent -> new Disclosure(patient.id(), patient.programmeState(), consent.expiresAt())));
    }

    /**
     * As its partner may still read it. Without a disclosure the person is withheld once the clinic has decided, and the rest of what
     * was sent after a while, whether the clinic has erased or forgotten the person or goes on caring for them: the difference would
     * tell who became a patient.
     */
    public Referral readByPartner(Referral referral, Optional<Disclosure> disclosure) {
        return disclosure.isPresent() ? referral : referral.withheld(referral.receivedAt().isAfter(keptSince()));
    }

    private Instant keptSince() {
        return clock.now().minus(limits.of(ReferralConfig.class).keepIdentity());
    }

    /** The record that goes on for the person. */
    private Optional<Patient> patient(PatientId id) {
        try {
            return Optional.of(patients.read(id).value());
        } catch (PatientRefusal.Merged merged) {
            return patient(merged.into());
        } catch (PatientRefusal _) {
            return Optional.empty();
        }
    }

    /** Patients who may already be this person. */
    public List<PatientId> possiblySame(Referral referral) {
        return repository.possiblySame(referral.submission().person(), MOST_HINTS);
    }
}
