package health.stillpoint.patient.referrals.domain;

import health.stillpoint.patient.patients.domain.PatientId;
import java.time.Instant;
import java.util.Optional;

/**
 * A person whom a partner refers to the clinic. FHIR ServiceRequest with the Task that follows it.
 *
 * @param partner client of the partner's token; nobody else outside the clinic sees the referral
 */
public record Referral(ReferralId id, String partner, Submission submission, Instant receivedAt, ReferralState state) {

    public Referral {
        if (partner.isEmpty()) {
            throw new IllegalArgumentException("A referral has a partner");
        }
    }

    public static Referral receive(ReferralId id, String partner, Submission submission, Instant at) {
        return new Referral(id, partner, submission, at, new ReferralState.Received(at));
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
            case ReferralState.Received _ -> in(new ReferralState.Accepted(by, at, Optional.empty()));
            case ReferralState.Accepted _, ReferralState.Declined _, ReferralState.Cancelled _ -> throw notAllowed();
        };
    }

    public Referral decline(DeclineReason reason, Optional<String> note, String by, Instant at) {
        return switch (state) {
            case ReferralState.Received _ -> in(new ReferralState.Declined(by, at, reason, note));
            case ReferralState.Accepted accepted when accepted.patient().isEmpty() ->
                    in(new ReferralState.Declined(by, at, reason, note));
            case ReferralState.Accepted _ -> throw new ReferralRefusal.Linked();
            case ReferralState.Declined _, ReferralState.Cancelled _ -> throw notAllowed();
        };
    }

    /** Says who the person is; a referral nobody decided yet is accepted with it. */
    public Referral link(PatientId patient, String by, Instant at) {
        return switch (state) {
            case ReferralState.Received _ -> in(new ReferralState.Accepted(by, at, Optional.of(patient)));
            case ReferralState.Accepted accepted when accepted.patient().isEmpty() ->
                    in(new ReferralState.Accepted(accepted.by(), accepted.since(), Optional.of(patient)));
            case ReferralState.Accepted _ -> throw new ReferralRefusal.Linked();
            case ReferralState.Declined _, ReferralState.Cancelled _ -> throw notAllowed();
        };
    }

    /** Takes back a link to the wrong person. */
    public Referral unlink() {
        return switch (state) {
            case ReferralState.Accepted accepted when accepted.patient().isPresent() ->
                    in(new ReferralState.Accepted(accepted.by(), accepted.since(), Optional.empty()));
            case ReferralState.Received _, ReferralState.Accepted _, ReferralState.Declined _, ReferralState.Cancelled _ ->
                    throw notAllowed();
        };
    }

    /** The partner takes it back. Whether somebody was registered meanwhile makes no difference, so this tells nothing of it. */
    public Referral cancel(Instant at) {
        return switch (state) {
            case ReferralState.Received _ -> in(new ReferralState.Cancelled(at, Optional.empty()));
            case ReferralState.Accepted accepted -> in(new ReferralState.Cancelled(at, accepted.patient()));
            case ReferralState.Declined _, ReferralState.Cancelled _ -> throw notAllowed();
        };
    }

    private Referral in(ReferralState next) {
        return new Referral(id, partner, submission, receivedAt, next);
    }

    private ReferralRefusal notAllowed() {
        return new ReferralRefusal.StepNotAllowed(ReferralStatus.of(state));
    }

    @Override
    public String toString() {
        return "Referral[" + id + "]";
    }
}
