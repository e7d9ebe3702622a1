package health.stillpoint.session.course.domain;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** A physician's review that allows something the templates forbid (programme sections 8 and 9, P). Never changed. */
public record CourseReview(UUID id, UUID courseId, UUID patientId, Kind kind, String rationale, UUID reviewedBy, Instant reviewedAt) {

    public enum Kind {
        /** More than four doses in seven days; two different prescribers must say so. */
        FIVE_DOSES_A_WEEK,
        /** Twenty doses in 180 days. */
        LONG_TERM,
        /** The window of the last dose closed without integration. */
        INTEGRATION_MISSED
    }

    /** When the reviews of one kind were made. */
    public static List<Instant> moments(List<CourseReview> reviews, Kind kind) {
        return reviews.stream().filter(review -> review.kind() == kind).map(CourseReview::reviewedAt).toList();
    }

    @Override
    public String toString() {
        return "CourseReview[" + id + ", " + kind + "]";
    }
}
