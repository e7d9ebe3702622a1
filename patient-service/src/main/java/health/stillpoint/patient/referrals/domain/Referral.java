package health.stillpoint.patient.referrals.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person whom a partner refers to the clinic. FHIR ServiceRequest with the Task that follows it.
 *
 * @param partner client of the partner's token; nobody else outside the clinic sees the referral
 * @param lastStepAt when a step was last taken; later than the state's beginning when a link was made or taken back
 * @param forgotten it does not say any more who was referred
 */
public record Referral(ReferralId id, String partner, Submission submission, Instant receivedAt, ReferralState state,
        Instant lastStepAt, boolean forgotten) {

    public Referral {
        if (partner.isEmpty()) {
            throw new IllegalArgumentException("A referral has a partner");
        }
    }

    public static Referral receive(ReferralId id, String partner, Submission submission, Instant at) {
        return new Referral(id, partner, submission, at, new ReferralState.Received(at), at, false);
    }

    /** Who the person is in the register; empty while the clinic does not know. */
    public Optional<PatientId> patient() {
        return switch (state) {
            case ReferralState.Accepted accepted -> accepted.patient();
            case ReferralState.Cancelled cancelled -> cancelled.patient();
            case ReferralState.Received _, ReferralState.Declined _ -> Optional.empty();
        };
    }

    /** Whose programme the partner may hear of, once that person consents: none after a cancellation. */
    public Optional<PatientId> followed() {
        return state instanceof ReferralState.Accepted accepted ? accepted.patient() : Optional.empty();
    }

    public Referral accept(String by, Instant at) {
        return switch (state) {
            case ReferralState.Received _ -> known().in(new ReferralState.Accepted(by, at, Optional.empty()), at);
            case ReferralState.Accepted _, ReferralState.Declined _, ReferralState.Cancelled _ -> throw notAllowed();
        };
    }

    public Referral decline(DeclineReason reason, Optional<String> note, String by, Instant at) {
        return switch (state) {
            case ReferralState.Received _ -> in(new ReferralState.Declined(by, at, reason, note), at);
            case ReferralState.Accepted accepted when accepted.patient().isEmpty() ->
                    in(new ReferralState.Declined(by, at, reason, note), at);
            case ReferralState.Accepted _ -> throw new ReferralRefusal.Linked();
            case ReferralState.Declined _, ReferralState.Cancelled _ -> throw notAllowed();
        };
    }

    /** Says who the person is; a referral nobody decided yet is accepted with it. */
    public Referral link(PatientId patient, String by, Instant at) {
        return switch (state) {
            case ReferralState.Received _ -> known().in(new ReferralState.Accepted(by, at, Optional.of(patient)), at);
            case ReferralState.Accepted accepted when accepted.patient().isEmpty() ->
                    known().in(new ReferralState.Accepted(accepted.by(), accepted.since(), Optional.of(patient)), at);
            case ReferralState.Accepted _ -> throw new ReferralRefusal.Linked();
            case ReferralState.Declined _, ReferralState.Cancelled _ -> throw notAllowed();
        };
    }

    /** Takes back a link to the wrong person. */
    public Referral unlink(Instant at) {
        return switch (state) {
            case ReferralState.Accepted accepted when accepted.patient().isPresent() ->
                    in(new ReferralState.Accepted(accepted.by(), accepted.since(), Optional.empty()), at);
            case ReferralState.Received _, ReferralState.Accepted _, ReferralState.Declined _, ReferralState.Cancelled _ ->
                    throw notAllowed();
        };
    }

    /** The partner takes it back. Whether somebody was registered meanwhile makes no difference, so this tells nothing of it. */
    public Referral cancel(Instant at) {
        return switch (state) {
            case ReferralState.Received _ -> in(new ReferralState.Cancelled(at, Optional.empty()), at);
            case ReferralState.Accepted accepted -> in(new ReferralState.Cancelled(at, accepted.patient()), at);
            case ReferralState.Declined _, ReferralState.Cancelled _ -> throw notAllowed();
        };
    }

    /** Whether the person is no patient and nothing has happened later than at this moment. */
    public boolean isUnlinkedSince(Instant moment) {
        return !forgotten && patient().isEmpty() && !lastStepAt.isAfter(moment);
    }

    /** The same without the person; the state stays, so that it tells the partner nothing of a link. */
    public Referral forget() {
        ReferralState withoutNote = state instanceof ReferralState.Declined declined
                ? new ReferralState.Declined(declined.by(), declined.since(), declined.reason(), declined.note().map(_ -> Submission.ERASED))
                : state;
        return new Referral(id, partner, submission.withoutPerson(), receivedAt, withoutNote, lastStepAt, true);
    }

    /**
     * As its partner reads it back without a consent of the person: who was referred, for as long as nobody has decided; the own
     * number, while it is recent. What is left of the person afterwards is what an erasure leaves, so an erasure shows nowhere.
     */
    public Referral withheld(boolean recent) {
        if (!recent) {
            return forget();
        }
        return state instanceof ReferralState.Received
                ? this
                : new Referral(id, partner, submission.withoutPerson().numbered(submission.partnerReference()), receivedAt, state,
                        lastStepAt, forgotten);
    }

    private Referral in(ReferralState next, Instant at) {
        return new Referral(id, partner, submission, receivedAt, next, at, forgotten);
    }

    /** Nobody is taken on, and no patient found, by what was forgotten. */
    private Referral known() {
        if (forgotten) {
            throw new ReferralRefusal.Forgotten();
        }
        return this;
    }

    private ReferralRefusal notAllowed() {
        return new ReferralRefusal.StepNotAllowed(ReferralStatus.of(state));
    }

    @Override
    public String toString() {
        return "Referral[" + id + "]";
    }
}
