package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.patients.messaging.PatientFact;
import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What this service reads of {@code session.course-planned.v1}. */
public record CoursePlannedV1(@NotNull UUID patientId, @NotNull UUID courseId, @NotNull String courseType, @NotNull Instant plannedAt)
        implements PatientFact {

    public static final String TYPE = "session.course-planned.v1";
}
