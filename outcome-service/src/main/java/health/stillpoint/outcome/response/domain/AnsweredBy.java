package health.stillpoint.outcome.response.domain;

/** Who filled the questionnaire in. */
public enum AnsweredBy {
    /** The patient, signed in. */
    PATIENT,
    /** Staff: a clinician's rating, or a patient's answers entered from paper or a call. */
    STAFF
}
