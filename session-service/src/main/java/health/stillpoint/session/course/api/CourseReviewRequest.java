package health.stillpoint.session.course.api;

import health.stillpoint.session.course.domain.CourseReview;
import jakarta.validation.constraints.NotBlank;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import org.eclipse.microprofile.openapi.annotations.media.Schema;

/** A physician's review. */
@Schema(examples = "{\"kind\": \"LONG_TERM\", \"rationale\": \"No urinary symptoms, benefit holds\"}")
public record CourseReviewRequest(@NotNull CourseReview.Kind kind, @NotBlank @Size(max = 2000) String rationale) {

    @Override
    public String toString() {
        return "CourseReviewRequest[" + kind + "]";
    }
}
