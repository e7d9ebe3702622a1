package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;

/** What this service reads of {@code session.course-completed.v1}. */
public record CourseCompletedV1(@NotNull UUID patientId, @NotNull UUID courseId) implements PatientFact {

    public static final String TYPE = "session.course-completed.v1";
}
