package health.stillpoint.patient.referrals.domain;

import health.stillpoint.patient.patients.domain.ProgrammeState;

/** A referral's state by name; the last two follow from where the person stands in the programme. */
public enum ReferralStatus {
    RECEIVED,
    ACCEPTED,
    DECLINED,
    CANCELLED,
    /** Consent to treatment was signed and treatment is not over. */
    IN_TREATMENT,
    /** Treatment is over, or the clinic will not begin it; the programme's state says which. */
    COMPLETED;

    /** The stored one. */
    public static ReferralStatus of(ReferralState state) {
        return switch (state) {
            case ReferralState.Received _ -> RECEIVED;
            case ReferralState.Accepted _ -> ACCEPTED;
            case ReferralState.Declined _ -> DECLINED;
            case ReferralState.Cancelled _ -> CANCELLED;
        };
    }

    /** What an accepted referral has come to when the person stands here. */
    public static ReferralStatus ofAccepted(ProgrammeState programme) {
        return switch (programme) {
            case REFERRED, INTAKE, SCREENING, CANDIDACY_REVIEW, ACCEPTED, ACCEPTED_WITH_CONDITIONS, DEFERRED, CONSENT -> ACCEPTED;
            case PREPARATION, IN_COURSE, MAINTENANCE, SUSPENDED -> IN_TREATMENT;
            case COURSE_COMPLETE, FOLLOW_UP, DECLINED, STOPPED, CLOSED -> COMPLETED;
        };
    }
}
