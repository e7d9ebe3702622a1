package health.stillpoint.patient.referrals.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.referrals.domain.DeclineReason;
import health.stillpoint.patient.referrals.domain.Referral;
import health.stillpoint.patient.referrals.domain.ReferralId;
import health.stillpoint.patient.referrals.domain.ReferralState;
import health.stillpoint.patient.referrals.domain.ReferralStatus;
import health.stillpoint.patient.referrals.domain.Submission;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.Optional;
import java.util.UUID;
import org.hibernate.annotations.JdbcTypeCode;
import org.hibernate.type.SqlTypes;

/** A referral; what the partner sent is written once. */
@Entity
@Table(name = "referral")
class ReferralEntity extends ClinicEntity {

    @Column(updatable = false)
    String partner;

    @Column(name = "partner_reference", updatable = false)
    String partnerReference;

    @JdbcTypeCode(SqlTypes.JSON)
    @Column(updatable = false)
    Submission submission;

    @Column(name = "received_at", updatable = false)
    Instant receivedAt;

    /** RECEIVED, ACCEPTED, DECLINED or CANCELLED. */
    @Enumerated(EnumType.STRING)
    ReferralStatus standing;

    @Column(name = "standing_since")
    Instant standingSince;

    @Column(name = "last_step_at")
    Instant lastStepAt;

    @Column(name = "forgotten_at", insertable = false)
    Instant forgottenAt;

    @Column(name = "decided_by")
    String decidedBy;

    @Enumerated(EnumType.STRING)
    @Column(name = "decline_reason")
    DeclineReason declineReason;

    String note;

    @Column(name = "patient_id")
    UUID patientId;

    static ReferralEntity of(Referral referral) {
        ReferralEntity entity = new ReferralEntity();
        entity.id = referral.id().value();
        entity.partner = referral.partner();
        entity.partnerReference = referral.submission().partnerReference();
        entity.submission = referral.submission();
        entity.receivedAt = referral.receivedAt();
        entity.copyState(referral);
        return entity;
    }

    void copyState(Referral referral) {
        standing = ReferralStatus.of(referral.state());
        standingSince = referral.state().since();
        lastStepAt = referral.lastStepAt();
        patientId = referral.patient().map(PatientId::value).orElse(null);
        switch (referral.state()) {
            case ReferralState.Received _, ReferralState.Cancelled _ -> { }
            case ReferralState.Accepted accepted -> decidedBy = accepted.by();
            case ReferralState.Declined declined -> {
                decidedBy = declined.by();
                declineReason = declined.reason();
                note = declined.note().orElse(null);
            }
        }
    }

    Referral toDomain() {
        Optional<PatientId> patient = Optional.ofNullable(patientId).map(PatientId::new);
        ReferralState state = switch (standing) {
            case RECEIVED -> new ReferralState.Received(standingSince);
            case ACCEPTED -> new ReferralState.Accepted(decidedBy, standingSince, patient);
            case DECLINED -> new ReferralState.Declined(decidedBy, standingSince, declineReason, Optional.ofNullable(note));
            case CANCELLED -> new ReferralState.Cancelled(standingSince, patient);
            case IN_TREATMENT, COMPLETED -> throw new IllegalStateException("Not a stored state");
        };
        Submission sent = submission.partnerReference() == null ? submission.numbered(partnerReference) : submission;
        return new Referral(new ReferralId(id), partner, sent, receivedAt, state, lastStepAt, forgottenAt != null);
    }
}
