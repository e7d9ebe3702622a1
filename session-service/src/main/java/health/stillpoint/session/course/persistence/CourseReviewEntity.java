package health.stillpoint.session.course.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.course.domain.CourseReview;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code course_review}; never changed. */
@Entity
@Table(name = "course_review")
public class CourseReviewEntity extends ClinicEntity {

    public UUID courseId;
    public UUID patientId;
    @Enumerated(EnumType.STRING)
    public CourseReview.Kind kind;
    public String rationale;
    public UUID reviewedBy;
    public Instant reviewedAt;

    static CourseReviewEntity of(CourseReview review) {
        CourseReviewEntity row = new CourseReviewEntity();
        row.id = review.id();
        row.courseId = review.courseId();
        row.patientId = review.patientId();
        row.kind = review.kind();
        row.rationale = review.rationale();
        row.reviewedBy = review.reviewedBy();
        row.reviewedAt = review.reviewedAt();
        return row;
    }

    CourseReview toDomain() {
        return new CourseReview(id, courseId, patientId, kind, rationale, reviewedBy, reviewedAt);
    }
}
