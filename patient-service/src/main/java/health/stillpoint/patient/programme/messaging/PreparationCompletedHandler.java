package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** A preparation session was signed. */
@Singleton
class PreparationCompletedHandler extends ProgrammeFactHandler<PreparationCompletedV1> {

    PreparationCompletedHandler(Programmes programmes) {
        super(programmes, PreparationCompletedV1.TYPE, PreparationCompletedV1.class);
    }

    @Override
    ProgrammeFact fact(PreparationCompletedV1 data) {
        return new ProgrammeFact.PreparationCompleted(data.sessionId());
    }
}
