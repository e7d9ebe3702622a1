package health.stillpoint.patient.programme.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.dosing.DosingHistories;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** A course came to its end. Its doses were told before: session-service tells everything about one person in order. */
@Singleton
class CourseCompletedHandler extends PatientFactHandler<CourseCompletedV1> {

    private final Programmes programmes;
    private final DosingHistories dosing;

    CourseCompletedHandler(Programmes programmes, DosingHistories dosing) {
        super(CourseCompletedV1.TYPE, CourseCompletedV1.class);
        this.programmes = programmes;
        this.dosing = dosing;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<CourseCompletedV1> event) {
        CourseCompletedV1 data = event.data();
        boolean dosed = dosing.of(patientId).mayHaveDosesIn(data.courseId());
        programmes.note(patientId, data.isCompleted(dosed)
                ? new ProgrammeFact.CourseCompleted(data.courseId())
                : new ProgrammeFact.CourseEnded(data.courseId(), dosed));
    }
}
