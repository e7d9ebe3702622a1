package health.stillpoint.patient.referrals.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.Versioned;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The referrals to one clinic. */
public interface ReferralRepository {

    Versioned<Referral> add(Referral referral);

    Versioned<Referral> save(Referral referral);

    Optional<Versioned<Referral>> withId(ReferralId id);

    /** The same, and nobody else takes a step on it until the transaction ends. */
    Optional<Versioned<Referral>> withIdLocked(ReferralId id);

    boolean exists(String partner, String partnerReference);

    /** Lets the partner use its reference again when the referral that has it was not received later than this moment. */
    void release(String partner, String partnerReference, Instant receivedAt);

    /** Those of erased persons that still have the partner's number and were not received later than this moment. */
    List<UUID> numberedOfErased(Instant receivedAt, int limit);

    /** Takes the partner's number off a referral. */
    void dropNumber(UUID id);

    /** Those that are linked to nobody, on which no step was taken since, and which still say who was referred. */
    List<UUID> unlinkedSince(Instant moment, int limit);

    /** Keeps of a referral what a forgotten one has. */
    void forget(Referral forgotten, Instant at);

    /**
     * Up to {@code limit} received after the given one, oldest first.
     *
     * @param partner only this client's; null = of all
     * @param standing RECEIVED, ACCEPTED, DECLINED or CANCELLED; null = all
     */
    List<Versioned<Referral>> after(UUID last, String partner, ReferralStatus standing, int limit);

    /** Registered patients who were born on the same day and share the family name, the telephone number or the e-mail address. */
    List<PatientId> possiblySame(Submission.Person person, int limit);
}
