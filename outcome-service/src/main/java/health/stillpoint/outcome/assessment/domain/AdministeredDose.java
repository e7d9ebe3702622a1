package health.stillpoint.outcome.assessment.domain;

import java.time.Instant;
import java.util.UUID;

/**
 * A dose a patient was given, as session-service told it.
 *
 * @param id the dose
 * @param patient the patient
 * @param courseId the course it belongs to
 * @param number its number in the course, from 1
 * @param level PSYCHOLYTIC, TRANSITIONAL or PSYCHEDELIC
 * @param endedAt end of administration, the t0 of the windows after a dose
 */
public record AdministeredDose(UUID id, PatientId patient, UUID courseId, int number, String level, Instant endedAt) {

    /** Tells whether a missing check the day after asks for a call (schedules.md section 5). */
    public boolean isPsychedelic() {
        return "PSYCHEDELIC".equals(level);
    }
}
