package health.stillpoint.outcome.instrument.domain;

/**
 * Where a patient stands on an instrument compared with the baseline (schedules.md section 3). Several hold at once.
 */
public enum OutcomeStatus {
    /** The instrument's response rule is met. */
    RESPONSE,
    /** 25 % or more, but below the response limit. */
    PARTIAL_RESPONSE,
    /** Below 25 % and not deteriorated. */
    NON_RESPONSE,
    /** The remission rule is met by somebody who was a case at baseline. */
    REMISSION,
    RELIABLE_IMPROVEMENT,
    RELIABLE_DETERIORATION,
    /** A case at baseline and not now. */
    RECOVERY,
    /** Recovery and reliable improvement. */
    RELIABLE_RECOVERY,
    /** The improvement reaches the smallest one patients notice. */
    MCID_MET,
    /** Reliable deterioration; where no index exists, worsening by the MCID; where neither exists, by 25 %. */
    DETERIORATION
}
