package health.stillpoint.patient.patients.domain;

import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The register of one clinic's patients. */
public interface PatientRepository {

    /** Adds a patient; refused when an identifier is taken. */
    Versioned<Patient> add(Patient patient, UUID registeredBy);

    /** A record that was merged refuses with the one that goes on; one whose facts were deleted after an erasure is gone. */
    Optional<Versioned<Patient>> withId(PatientId id);

    /** The same, and nobody else moves this patient's record until the transaction ends. Refuses an erased person. */
    Optional<Versioned<Patient>> withIdLocked(PatientId id);

    Versioned<Patient> save(Patient patient);

    /** Gives the patient a further number; refused when another patient has or had it. */
    void claim(Identifier identifier, PatientId id);

    /** Keeps a number that ended; one that was entered in error is free for others. */
    void keep(FormerIdentifier former, PatientId id);

    /** Numbers that ended, the last first, up to {@code limit} behind the given one; null = from the last. */
    List<FormerIdentifier> formerIdentifiers(PatientId id, UUID last, int limit);

    /** Ends a record in favor of another one, with all that were merged into it before. */
    void mergeInto(PatientId merged, PatientId survivor, Instant at);

    /** Whether the first record was merged into the second. */
    boolean isMergedInto(PatientId merged, PatientId survivor);

    /** The identity of this person was removed. */
    boolean isErased(PatientId id);

    /** These patients, in any order. */
    List<Versioned<Patient>> withIds(Collection<UUID> ids);

    /** Up to {@code limit} patients registered after the given one and not gone, oldest first. */
    List<Versioned<Patient>> after(UUID last, int limit);
}
