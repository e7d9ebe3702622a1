package health.stillpoint.session.course.domain;

import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** The courses of a clinic. */
public interface CourseRepository {

    Optional<Course> withId(UUID id);

    /** Courses of one patient, or of all, oldest first, after the given id. */
    List<Course> list(UUID patientId, UUID after, int limit);

    boolean openCourseExists(UUID patientId);

    /** Whether a dose was given in any course of the patient. */
    boolean anyDoseGiven(UUID patientId);

    Course add(Course course);

    Course update(Course course);

    void addReview(CourseReview review);

    List<CourseReview> reviewsOf(UUID patientId);
}
