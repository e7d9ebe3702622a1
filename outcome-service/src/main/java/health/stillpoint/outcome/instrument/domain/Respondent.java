package health.stillpoint.outcome.instrument.domain;

/** Who answers an instrument. Staff may also enter a patient's answers from paper. */
public enum Respondent {
    PATIENT,
    CLINICIAN,
    CLINICIAN_OR_PATIENT;

    /** Tells whether a patient may answer it without staff. */
    public boolean allowsPatient() {
        return this != CLINICIAN;
    }
}
