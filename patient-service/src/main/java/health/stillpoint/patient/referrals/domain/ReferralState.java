package health.stillpoint.patient.referrals.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Optional;

/**
 * Where a referral stands with the clinic.
 *
 * <pre>
 * RECEIVED --accept--> ACCEPTED --link, register--> ACCEPTED, linked to a patient
 *    |                    |  ^--------unlink-----------+
 *    +---decline----------+--> DECLINED
 *    +---cancel (the partner), linked or not --> CANCELLED
 * </pre>
 */
public sealed interface ReferralState {

    /** When this state began, clinic time. */
    Instant since();

    /** Nobody has decided yet. FHIR Task.status {@code received}. */
    record Received(Instant since) implements ReferralState { }

    /**
     * The clinic takes the person on. FHIR {@code accepted}.
     *
     * @param patient who this is in the register; empty before it is known
     */
    record Accepted(String by, Instant since, Optional<PatientId> patient) implements ReferralState { }

    /** Terminal. FHIR {@code rejected}. */
    record Declined(String by, Instant since, DeclineReason reason, Optional<String> note) implements ReferralState { }

    /**
     * Taken back by the partner; terminal. FHIR {@code cancelled}.
     *
     * @param patient who had been registered by then; the clinic goes on caring for them
     */
    record Cancelled(Instant since, Optional<PatientId> patient) implements ReferralState { }
}
