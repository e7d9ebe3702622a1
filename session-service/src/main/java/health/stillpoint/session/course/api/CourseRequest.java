package health.stillpoint.session.course.api;

import health.stillpoint.session.course.domain.CourseType;
import health.stillpoint.session.course.domain.Route;
import jakarta.validation.constraints.Max;
import jakarta.validation.constraints.Min;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A course to be planned. */
@Schema(examples = """
        {"patientId": "0197a000-0000-7000-8000-0000000000aa", "type": "WEEKLY", "plannedDoses": 6, "route": "IM", "goal": "Speak up at work"}""")
public record CourseRequest(
        @NotNull UUID patientId,
        @NotNull CourseType type,
        @Schema(description = "Whole doses; the type's default when absent") @Min(1) @Max(100) Integer plannedDoses,
        @NotNull Route route,
        @Schema(description = "The patient's own words") @Size(max = 1000) String goal) {

    @Override
    public String toString() {
        return "CourseRequest[...]";
    }
}
