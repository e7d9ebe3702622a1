package health.stillpoint.patient.intake.domain;

/** How well ketamine is studied for a diagnosis, as told to whoever decides with the patient (programme.md section 2.1). */
public enum EvidenceBadge {
    /** Small randomized trials. */
    B,
    /** A small active-controlled trial and open ones. */
    C,
    /** Single cases, or subscales of trials in other diagnoses. */
    D
}
