package health.stillpoint.patient.candidacy.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** Decisions with the inputs they were taken on. */
public interface CandidacyRepository {

    Versioned<CandidacyDecision> add(CandidacyDecision decision);

    Versioned<CandidacyDecision> save(CandidacyDecision decision);

    Optional<Versioned<CandidacyDecision>> withId(PatientId patientId, UUID id);

    /** Newest first. */
    List<Versioned<CandidacyDecision>> of(PatientId patientId);

    /** The same, up to {@code limit} behind the given one; null = from the newest. */
    List<Versioned<CandidacyDecision>> of(PatientId patientId, UUID last, int limit);

    /** The patient's decisions that are in force or wait for a second reader. */
    List<CandidacyDecision> standing(PatientId patientId);

    /** A decision that is in force or waits for a second reader. */
    Optional<CandidacyDecision> standing(UUID id);

    /** Ids of decisions still standing although out of date. */
    List<UUID> outOfDate(Instant at, int limit);

    /** Patients who wait for a decision, none of them screened at or after the given moment, those screened first at the front. */
    List<UUID> undecidedScreenedBefore(Instant moment, int limit);

    /** Whether this adverse event has reopened the candidacy before, also under a record that was merged since. */
    boolean reopenedBy(UUID adverseEventId);

    void rememberReopening(PatientId patientId, UUID adverseEventId, Instant at);

    /** Every decision of the clinic in force. */
    List<CandidacyDecision> inForce();
}
