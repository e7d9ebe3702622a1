package health.stillpoint.patient.treatment.domain;

/** What an earlier treatment achieved: PARTIAL 25-49 % better, NONE below 25 % (programme.md section 2.5). */
public enum TreatmentOutcome {
    REMISSION, RESPONSE, PARTIAL, NONE, WORSE,
    /** Stopped because it was not tolerated. */
    INTOLERANT
}
