package health.stillpoint.session.course.persistence;

import health.stillpoint.kit.persistence.ClinicEntity;
import health.stillpoint.session.course.domain.Course;
import health.stillpoint.session.course.domain.CourseState;
import health.stillpoint.session.course.domain.CourseType;
import health.stillpoint.session.course.domain.Route;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.Table;
import java.time.Instant;
import java.util.UUID;

/** Row of {@code course}. */
@Entity
@Table(name = "course")
public class CourseEntity extends ClinicEntity {

    public UUID patientId;
    @Enumerated(EnumType.STRING)
    public CourseType type;
    public int plannedDoses;
    @Enumerated(EnumType.STRING)
    public Route route;
    public String goal;
    @Enumerated(EnumType.STRING)
    public CourseState state;
    public int dosesGiven;
    public Instant plannedAt;
    public UUID plannedBy;
    public Instant endedAt;
    public String endReason;

    Course toDomain() {
        return new Course(id, patientId, type, plannedDoses, route, goal, state, dosesGiven, plannedAt, plannedBy, endedAt, endReason, version);
    }

    void copyFrom(Course course) {
        patientId = course.patientId();
        type = course.type();
        plannedDoses = course.plannedDoses();
        route = course.route();
        goal = course.goal();
        state = course.state();
        dosesGiven = course.dosesGiven();
        plannedAt = course.plannedAt();
        plannedBy = course.plannedBy();
        endedAt = course.endedAt();
        endReason = course.endReason();
    }
}
