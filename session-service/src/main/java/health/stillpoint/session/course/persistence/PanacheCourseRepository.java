package health.stillpoint.session.course.persistence;

import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseRepository;
import health.stillpoint.session.course.domain.CourseReview;
import health.stillpoint.session.course.domain.CourseState;
import health.stillpoint.session.identity.Records;
import io.quarkus.hibernate.orm.panache.PanacheRepositoryBase;
import io.quarkus.panache.common.Page;
import io.quarkus.panache.common.Parameters;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** {@code course} and {@code course_review}. */
@ApplicationScoped
class PanacheCourseRepository implements CourseRepository, PanacheRepositoryBase<CourseEntity, UUID> {

    private static final UUID BEFORE_ALL = new UUID(0, 0);

    private final EntityManager entities;

    PanacheCourseRepository(EntityManager entities) {
        this.entities = entities;
    }

    @Override
    public Optional<Course> withId(UUID id) {
        return findByIdOptional(id).map(CourseEntity::toDomain);
    }

    @Override
    public List<Course> list(UUID patientId, UUID after, int limit) {
        UUID from = after == null ? BEFORE_ALL : after;
        var query = patientId == null
                ? find("id > ?1 order by id", from)
                : find("patientId = ?1 and id > ?2 order by id", patientId, from);
        return query.page(Page.ofSize(limit)).stream().map(CourseEntity::toDomain).toList();
    }

    @Override
    public boolean openCourseExists(UUID patientId) {
        return count(Records.OF_PATIENT + " and state in :open",
                Parameters.with("patientId", patientId).and("open", List.of(CourseState.PLANNED, CourseState.ACTIVE))) > 0;
    }

    @Override
    public boolean anyDoseGiven(UUID patientId) {
        return count(Records.OF_PATIENT + " and dosesGiven > 0", Parameters.with("patientId", patientId)) > 0;
    }

    @Override
    public Course add(Course course) {
        CourseEntity row = new CourseEntity();
        row.id = course.id();
        row.copyFrom(course);
        persistAndFlush(row);
        return row.toDomain();
    }

    @Override
    public Course update(Course course) {
        CourseEntity row = findById(course.id());
        row.copyFrom(course);
        flush();
        return row.toDomain();
    }

    @Override
    public void addReview(CourseReview review) {
        entities.persist(CourseReviewEntity.of(review));
    }

    @Override
    public List<CourseReview> reviewsOf(UUID patientId) {
        return entities.createQuery("from CourseReviewEntity r where r.patientId = :patientId order by r.reviewedAt", CourseReviewEntity.class)
                .setParameter("patientId", patientId).getResultStream().map(CourseReviewEntity::toDomain).toList();
    }
}
