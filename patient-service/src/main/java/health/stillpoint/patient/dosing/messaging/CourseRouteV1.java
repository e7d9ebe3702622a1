package health.stillpoint.patient.dosing.messaging;

import jakarta.validation.constraints.NotNull;
import java.time.Instant;
import java.util.UUID;

/** What the dosing history reads of {@code session.course-planned.v1}. {@code route} is optional there. */
public record CourseRouteV1(
        @NotNull UUID patientId, @NotNull UUID courseId, String route, @NotNull Instant plannedAt) implements DosingFactHandler.Fact {

    public static final String TYPE = "session.course-planned.v1";
}
