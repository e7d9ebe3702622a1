package health.stillpoint.patient.patients;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.outbox.Outbox;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.patients.domain.Contact;
import health.stillpoint.patient.patients.domain.ContactPerson;
import health.stillpoint.patient.patients.domain.FormerIdentifier;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.MedicalRecordNumber;
import health.stillpoint.patient.patients.domain.Patient;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
import health.stillpoint.patient.patients.domain.PatientRepository;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.patients.domain.ProgrammeState;
import health.stillpoint.patient.patients.domain.SexAtBirth;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.patients.messaging.PatientFacts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.security.SecureRandom;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Collection;
import java.util.List;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;

/** The register: who is in the programme. */
@ApplicationScoped
public class Patients {

    private final PatientRepository repository;
    private final Outbox outbox;
    private final ClinicClock clock;
    private final Event<BirthCorrected> corrections;
    private final SecureRandom random = new SecureRandom();

    Patients(PatientRepository repository, Outbox outbox, ClinicClock clock, Event<BirthCorrected> corrections) {
        this.repository = repository;
        this.outbox = outbox;
        this.clock = clock;
        this.corrections = corrections;
    }

    /** What a new patient brings; the clinic adds its own number. */
    public record Registration(
            PersonName name,
            LocalDate birthDate,
            SexAtBirth sexAtBirth,
            String genderIdentity,
            Contact contact,
            ContactPerson emergencyContact,
            List<ContactPerson> escorts,
            String language,
            ZoneId timeZone,
            List<Identifier> identifiers) {

        @Override
        public String toString() {
            return "Registration[withheld]";
        }
    }

    public Versioned<Patient> register(Registration person, UUID registeredBy) {
        Instant now = clock.now();
        List<Identifier> identifiers = Stream.concat(
                        Stream.of(MedicalRecordNumber.next(random).asIdentifier()), person.identifiers().stream())
                .toList();
        Patient patient = new Patient(new PatientId(Ids.next()), person.name(), person.birthDate(), person.sexAtBirth(),
                        person.genderIdentity(), person.contact(), person.emergencyContact(), person.escorts(),
                        person.language(), person.timeZone(), identifiers, ProgrammeState.REFERRED, now)
                .requireAdult(now);
        Versioned<Patient> added = repository.add(patient, registeredBy);
        outbox.append(PatientFacts.registered(added));
        return added;
    }

    public Versioned<Patient> read(PatientId id) {
        return repository.withId(id).orElseThrow(PatientRefusal.NoSuchPatient::new);
    }

    /** Changes what may change; the result must still be an adult. A corrected birth date or sex at birth is told. */
    public Versioned<Patient> change(PatientId id, UnaryOperator<Patient> change) {
        if (isErased(id)) {
            throw new PatientRefusal.Erased();
        }
        Patient known = read(id).value();
        Patient changed = change.apply(known).requireAdult(clock.now());
        Versioned<Patient> saved = repository.save(changed);
        if (changed.birthDate().equals(known.birthDate()) && changed.sexAtBirth() == known.sexAtBirth()) {
            return saved;
        }
        corrections.fire(new BirthCorrected(id));
        Versioned<Patient> corrected = read(id);
        outbox.append(PatientFacts.corrected(corrected, clock.now()));
        return corrected;
    }

    /** Makes a patient known by a further number; nothing happens if they are already. */
    public Versioned<Patient> identify(PatientId id, Identifier further) {
        Versioned<Patient> known = lock(id);
        if (known.value().identifiers().contains(further)) {
            return known;
        }
        repository.claim(further, id);
        return repository.save(known.value().alsoKnownBy(further));
    }

    /** Ends a number that somebody else gave; it stays on record with the reason. */
    public Versioned<Patient> endIdentifier(PatientId id, Identifier former, FormerIdentifier.Reason reason, UUID endedBy) {
        Patient without = lock(id).value().noLongerKnownBy(former);
        repository.keep(new FormerIdentifier(Ids.next(), former, reason, endedBy, clock.now()), id);
        return repository.save(without);
    }

    /** Numbers that ended, the last first, up to {@code limit} behind the given one; null = from the last. */
    public List<FormerIdentifier> formerIdentifiers(PatientId id, UUID last, int limit) {
        read(id);
        return repository.formerIdentifiers(id, last, limit);
    }

    /** The patient, locked: everything that moves a patient through the programme waits for its turn here. */
    public Versioned<Patient> lock(PatientId id) {
        return repository.withIdLocked(id).orElseThrow(PatientRefusal.NoSuchPatient::new);
    }

    /** Writes down where the programme has taken the patient. */
    public void moveTo(Patient patient, ProgrammeState state) {
        repository.save(patient.in(state));
    }

    /** Ends a record in favor of another one; the survivor is known by both records' numbers from now on. */
    public Versioned<Patient> merge(Patient merged, Patient survivor, Instant at) {
        repository.mergeInto(merged.id(), survivor.id(), at);
        List<Identifier> numbers = Stream.concat(survivor.identifiers().stream(), merged.identifiers().stream())
                .distinct().toList();
        return repository.save(new Patient(survivor.id(), survivor.name(), survivor.birthDate(), survivor.sexAtBirth(),
                survivor.genderIdentity(), survivor.contact(), survivor.emergencyContact(), survivor.escorts(),
                survivor.language(), survivor.timeZone(), numbers, read(survivor.id()).value().programmeState(),
                survivor.registeredAt()));
    }

    /** Whether the first record was merged into the second. */
    public boolean isMergedInto(PatientId merged, PatientId survivor) {
        return repository.isMergedInto(merged, survivor);
    }

    /** Whether the identity of this person was removed. */
    public boolean isErased(PatientId id) {
        return repository.isErased(id);
    }

    /** These patients, in any order. */
    public List<Versioned<Patient>> all(Collection<UUID> ids) {
        return ids.isEmpty() ? List.of() : repository.withIds(ids);
    }

    /** Up to {@code limit} patients registered after the given one, oldest first. */
    public List<Versioned<Patient>> after(UUID last, int limit) {
        return repository.after(last, limit);
    }

    /** Completed years of age now. */
    public int ageOf(Patient patient) {
        return patient.ageAt(clock.now());
    }
}
