package health.stillpoint.patient.dosing.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What the dosing history reads of {@code session.course-completed.v1}. */
public record CourseEndV1(
        @NotNull UUID patientId, @NotNull UUID courseId, @NotNull Instant completedAt) implements PatientFact {

    public static final String TYPE = "session.course-completed.v1";
}
