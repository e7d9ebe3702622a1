package health.stillpoint.outcome.response.domain;

import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.instrument.domain.Respondent;
import java.util.Optional;

/**
 * Who may answer what. Patients answer for themselves, and only what patients answer; staff may enter everything, since
 * a patient's paper form is entered by them.
 */
public final class AnsweringPolicy {

    private AnsweringPolicy() {}

    /** What is decided about an answer. */
    public enum Decision {
        ALLOWED,
        /** Somebody else's assessment: its existence is not to be known. */
        NOT_YOURS,
        /** A clinician's rating. */
        CLINICIAN_ONLY
    }

    /**
     * Decides on an answer.
     *
     * @param ownRecord the patient who signed in; absent for staff
     */
    public static Decision decide(Optional<PatientId> ownRecord, PatientId patient, Respondent respondent) {
        if (ownRecord.isEmpty()) {
            return Decision.ALLOWED;
        }
        if (!ownRecord.get().equals(patient)) {
            return Decision.NOT_YOURS;
        }
        return respondent.allowsPatient() ? Decision.ALLOWED : Decision.CLINICIAN_ONLY;
    }
}
