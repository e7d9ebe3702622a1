package health.stillpoint.session.course.api;

import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** Why a course is stopped for good. */
@Schema(examples = "{\"reason\": \"Patient moved away\"}")
public record CourseStopRequest(@NotBlank @Size(max = 1000) String reason) {

    @Override
    public String toString() {
        return "CourseStopRequest[...]";
    }
}
