package health.stillpoint.patient.practitioners.domain;

import health.stillpoint.patient.patients.domain.Versioned;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The staff of one clinic, former members too. */
public interface PractitionerRepository {

    Versioned<Practitioner> add(Practitioner practitioner, UUID createdBy);

    Versioned<Practitioner> save(Practitioner practitioner);

    Optional<Versioned<Practitioner>> withId(PractitionerId id);

    /** The same, and nobody else changes this row, or puts the person on a team, until the transaction ends. */
    Optional<Versioned<Practitioner>> withIdLocked(PractitionerId id);

    /** Those of the ids that exist. */
    List<Practitioner> withIds(Collection<PractitionerId> ids);

    /** The same, none of whom changes until the transaction ends. */
    List<Practitioner> withIdsKept(Collection<PractitionerId> ids);

    /** Who works here and signs in as this subject. */
    Optional<Practitioner> signingInAs(UUID subjectId);

    /** Who works here and has this number. */
    Optional<Practitioner> withNpi(NationalProviderIdentifier npi);

    /** Up to {@code limit} who were added after the given one, oldest first; null asks nothing. */
    List<Versioned<Practitioner>> after(UUID last, PractitionerRole role, Boolean active, int limit);
}
