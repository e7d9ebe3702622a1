package health.stillpoint.patient.practitioners;

import health.stillpoint.kit.id.Ids;
import health.stillpoint.kit.time.ClinicClock;
import health.stillpoint.patient.patients.domain.Identifier;
import health.stillpoint.patient.patients.domain.PersonName;
import health.stillpoint.patient.patients.domain.Versioned;
import health.stillpoint.patient.practitioners.domain.Practitioner;
import health.stillpoint.patient.practitioners.domain.PractitionerId;
import health.stillpoint.patient.practitioners.domain.PractitionerRefusal;
import health.stillpoint.patient.practitioners.domain.PractitionerRepository;
import health.stillpoint.patient.practitioners.domain.PractitionerRole;
import health.stillpoint.patient.practitioners.domain.Specialty;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;

/** The clinic's staff: who they are, what they do here, and with which account they sign in. */
@ApplicationScoped
public class Practitioners {

    private final PractitionerRepository repository;
    private final ClinicClock clock;
    private final Event<PractitionerChanged> changed;

    Practitioners(PractitionerRepository repository, ClinicClock clock, Event<PractitionerChanged> changed) {
        this.repository = repository;
        this.clock = clock;
        this.changed = changed;
    }

    /**
     * Somebody who begins to work here.
     *
     * @param activeFrom null = now
     */
    public record Entry(
            PersonName name,
            List<Identifier> identifiers,
            List<String> qualifications,
            Set<PractitionerRole> roles,
            Set<Specialty> specialties,
            UUID subjectId,
            Instant activeFrom) {

        @Override
        public String toString() {
            return "Entry[withheld]";
        }
    }

    public Versioned<Practitioner> add(Entry entry, UUID by) {
        Practitioner practitioner = new Practitioner(new PractitionerId(Ids.next()), entry.name(), entry.identifiers(),
                entry.qualifications(), entry.roles(), entry.specialties(), entry.subjectId(),
                entry.activeFrom() == null ? clock.now() : entry.activeFrom(), new Practitioner.Employment.Active());
        requireOneself(practitioner);
        return repository.add(practitioner, by);
    }

    public Versioned<Practitioner> read(PractitionerId id) {
        return repository.withId(id).orElseThrow(PractitionerRefusal.NoSuchPractitioner::new);
    }

    /** Locks somebody's row before it is changed. */
    public Versioned<Practitioner> lock(PractitionerId id) {
        return repository.withIdLocked(id).orElseThrow(PractitionerRefusal.NoSuchPractitioner::new);
    }

    public Versioned<Practitioner> change(PractitionerId id, UnaryOperator<Practitioner> change) {
        Practitioner before = lock(id).value().requireActive();
        Practitioner after = change.apply(before);
        requireOneself(after);
        return save(before, after);
    }

    /** Somebody leaves: they are on no care team any more, and their account is free for another entry. */
    public Versioned<Practitioner> end(PractitionerId id, Practitioner.EndReason reason) {
        Practitioner before = lock(id).value();
        return save(before, before.end(reason, clock.now()));
    }

    private Versioned<Practitioner> save(Practitioner before, Practitioner after) {
        Versioned<Practitioner> saved = repository.save(after);
        changed.fire(new PractitionerChanged(before, after));
        return saved;
    }

    private void requireOneself(Practitioner practitioner) {
        if (practitioner.subjectId() != null) {
            repository.signingInAs(practitioner.subjectId())
                    .filter(other -> !other.id().equals(practitioner.id()))
                    .ifPresent(_ -> {
                        throw new PractitionerRefusal.SubjectTaken();
                    });
        }
        practitioner.npi().flatMap(repository::withNpi)
                .filter(other -> !other.id().equals(practitioner.id()))
                .ifPresent(_ -> {
                    throw new PractitionerRefusal.NpiTaken();
                });
    }

    /** Whether the clinic knows who signs in as this subject as a psychiatrist; somebody it does not know is none. */
    public boolean isPsychiatrist(UUID subjectId) {
        return repository.signingInAs(subjectId).filter(Practitioner::isPsychiatrist).isPresent();
    }

    /** Those of the ids who were ever on this clinic's staff. */
    public List<Practitioner> withIds(Collection<PractitionerId> ids) {
        return repository.withIds(ids);
    }

    /** The same; none of them leaves or changes role until the transaction ends. */
    public List<Practitioner> withIdsKept(Collection<PractitionerId> ids) {
        return repository.withIdsKept(ids);
    }

    public List<Versioned<Practitioner>> after(UUID last, PractitionerRole role, Boolean active, int limit) {
        return repository.after(last, role, active, limit);
    }
}
