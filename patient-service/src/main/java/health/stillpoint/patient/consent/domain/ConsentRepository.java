package health.stillpoint.patient.consent.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Signed consents, every one kept. */
public interface ConsentRepository {

    Versioned<Consent> add(Consent consent);

    Versioned<Consent> save(Consent consent);

    Optional<Versioned<Consent>> withId(PatientId patientId, UUID id);

    /** Newest first, up to {@code limit} behind the given one; null = from the newest. */
    List<Versioned<Consent>> of(PatientId patientId, UUID last, int limit);

    /** Those of a scope that were neither withdrawn nor have lapsed. */
    List<Consent> given(PatientId patientId, ConsentScope scope);

    /** Whether this scope was ever consented to, in the person's record or in those merged into it, whatever became of it. */
    boolean wasEverGiven(PatientId patientId, ConsentScope scope);

    /** Those of every scope in the person's record and in those merged into it. */
    List<Consent> givenInEveryRecord(PatientId patientId);

    /** A consent that was neither withdrawn nor has lapsed. */
    Optional<Consent> given(UUID id);

    /** Ids of those standing although their time is over; without treatment consents of records that have ended. */
    List<UUID> expired(Instant at, int limit);

    /** Ids of those standing although signed on a version of the text that no longer holds; without ended records too. */
    List<UUID> signedOnOtherThan(ConsentScope scope, Set<String> versions, int limit);

    /** All of the clinic that were neither withdrawn nor have lapsed. */
    List<Consent> given();
}
