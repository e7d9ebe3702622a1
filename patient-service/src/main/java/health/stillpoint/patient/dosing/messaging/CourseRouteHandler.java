package health.stillpoint.patient.dosing.messaging;

import health.stillpoint.patient.dosing.DosingHistories;
import health.stillpoint.patient.dosing.domain.DosingHistory;
import jakarta.inject.Singleton;

/** A course was planned, and by which route. */
@Singleton
class CourseRouteHandler extends DosingFactHandler<CourseRouteV1> {

    CourseRouteHandler(DosingHistories histories) {
        super(histories, CourseRouteV1.TYPE, CourseRouteV1.class);
    }

    @Override
    DosingHistory add(DosingHistory history, CourseRouteV1 data) {
        return history.planned(data.courseId(),
                new DosingHistory.Course(route(data.route()), data.plannedAt()));
    }
}
