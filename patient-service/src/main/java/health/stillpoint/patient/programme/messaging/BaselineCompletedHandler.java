package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** The baseline battery is answered. */
@Singleton
class BaselineCompletedHandler extends ProgrammeFactHandler<BaselineCompletedV1> {

    BaselineCompletedHandler(Programmes programmes) {
        super(programmes, BaselineCompletedV1.TYPE, BaselineCompletedV1.class);
    }

    @Override
    ProgrammeFact fact(BaselineCompletedV1 data) {
        return new ProgrammeFact.BaselineCompleted();
    }
}
