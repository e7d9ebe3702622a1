package health.stillpoint.patient.programme.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** The window of an assessment the programme waits for has closed: it waits no longer. */
@Singleton
class AssessmentMissedHandler extends ProgrammeFactHandler<AssessmentMissedV1> {

    AssessmentMissedHandler(Programmes programmes) {
        super(programmes, AssessmentMissedV1.TYPE, AssessmentMissedV1.class);
    }

    @Override
    public void on(ReceivedEvent<AssessmentMissedV1> event) {
        if (TimePoints.awaited(event.data().timePoint()).isPresent()) {
            super.on(event);
        }
    }

    @Override
    ProgrammeFact fact(AssessmentMissedV1 data) {
        return new ProgrammeFact.AssessmentMissed(TimePoints.awaited(data.timePoint()).orElseThrow(), data.missedAt());
    }
}
