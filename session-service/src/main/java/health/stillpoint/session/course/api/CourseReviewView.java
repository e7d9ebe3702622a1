package health.stillpoint.session.course.api;

import health.stillpoint.session.course.domain.CourseReview;
import java.time.Instant;
import java.util.UUID;

/** A recorded review. */
public record CourseReviewView(UUID id, UUID courseId, CourseReview.Kind kind, String rationale, UUID reviewedBy, Instant reviewedAt) {

    static CourseReviewView of(CourseReview review) {
        return new CourseReviewView(review.id(), review.courseId(), review.kind(), review.rationale(), review.reviewedBy(), review.reviewedAt());
    }

    @Override
    public String toString() {
        return "CourseReviewView[" + id + "]";
    }
}
