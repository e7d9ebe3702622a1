package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** A course was planned: the programme may begin. */
@Singleton
class CoursePlannedHandler extends ProgrammeFactHandler<CoursePlannedV1> {

    CoursePlannedHandler(Programmes programmes) {
        super(programmes, CoursePlannedV1.TYPE, CoursePlannedV1.class);
    }

    @Override
    ProgrammeFact fact(CoursePlannedV1 data) {
        return new ProgrammeFact.CoursePlanned(
                data.courseId(), data.courseType().equals("MAINTENANCE"), data.plannedAt());
    }
}
