package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** A course came to its end. */
@Singleton
class CourseCompletedHandler extends ProgrammeFactHandler<CourseCompletedV1> {

    CourseCompletedHandler(Programmes programmes) {
        super(programmes, CourseCompletedV1.TYPE, CourseCompletedV1.class);
    }

    @Override
    ProgrammeFact fact(CourseCompletedV1 data) {
        return new ProgrammeFact.CourseCompleted(data.courseId());
    }
}
