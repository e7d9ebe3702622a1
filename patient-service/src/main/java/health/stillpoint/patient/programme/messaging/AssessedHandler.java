package health.stillpoint.patient.programme.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** An instrument was answered at the end of a course or in follow-up; other time points do not move the programme. */
@Singleton
class AssessedHandler extends ProgrammeFactHandler<AssessedV1> {

    AssessedHandler(Programmes programmes) {
        super(programmes, AssessedV1.TYPE, AssessedV1.class);
    }

    @Override
    public void on(ReceivedEvent<AssessedV1> event) {
        if (TimePoints.awaited(event.data().timePoint()).isPresent() && event.data().isComplete()) {
            super.on(event);
        }
    }

    @Override
    ProgrammeFact fact(AssessedV1 data) {
        return new ProgrammeFact.Assessed(TimePoints.awaited(data.timePoint()).orElseThrow(), data.instrument(),
                data.responded(), data.answeredAt());
    }
}
