package health.stillpoint.patient.referrals.domain;

/**
 * Why the clinic declines, as coarse as a partner may know without the person's consent: none of them tells a finding, and none
 * that the person was known before.
 */
public enum DeclineReason {
    /** The clinic's programme is not the right place. */
    NOT_SUITABLE,
    NO_CAPACITY,
    OUT_OF_AREA,
    /** The referral does not say enough. */
    INCOMPLETE,
    /** The person was not reached, or does not want it. */
    NOT_TAKEN_UP
}
