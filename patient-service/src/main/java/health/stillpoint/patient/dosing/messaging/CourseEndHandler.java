package health.stillpoint.patient.dosing.messaging;

import health.stillpoint.patient.dosing.DosingHistories;
import health.stillpoint.patient.dosing.domain.DosingHistory;
import jakarta.inject.Singleton;

/** A course came to its end. */
@Singleton
class CourseEndHandler extends DosingFactHandler<CourseEndV1> {

    CourseEndHandler(DosingHistories histories) {
        super(histories, CourseEndV1.TYPE, CourseEndV1.class);
    }

    @Override
    DosingHistory add(DosingHistory history, CourseEndV1 data) {
        return history.ended(data.courseId(), data.completedAt());
    }
}
