package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code session.course-completed.v1}. */
public record CourseCompletedV1(@NotNull UUID patientId, @NotNull UUID courseId, @NotNull String outcome) implements PatientFact {

    public static final String TYPE = "session.course-completed.v1";

    /**
     * All planned doses given, or ended early after a dose (programme.md section 1, COURSE_COMPLETE). Stopped, or ended before
     * the first dose, is not completed; neither is what an outcome unknown here says.
     */
    boolean isCompleted(boolean dosed) {
        return outcome.equals("PLAN_COMPLETED") || (outcome.equals("COMPLETED_EARLY") && dosed);
    }
}
