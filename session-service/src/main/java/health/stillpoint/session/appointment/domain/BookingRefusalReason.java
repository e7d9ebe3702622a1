package health.stillpoint.session.appointment.domain;

/** Why a session cannot be booked. */
public enum BookingRefusalReason {
    /** The course has ended. */
    COURSE_NOT_OPEN,
    /** The course is another patient's. */
    COURSE_OF_ANOTHER_PATIENT,
    /** An INTEGRATION session names the dose it integrates; no other session does. */
    DOSE_REQUIRED,
    DOSE_NOT_EXPECTED,
    /** None of the clinicians known on the patient's care team is the practitioner. */
    PRACTITIONER_NOT_ON_CARE_TEAM
}
