package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** A hold was cleared: the programme goes on. */
@Singleton
class HoldClearedHandler extends ProgrammeFactHandler<HoldClearedV1> {

    HoldClearedHandler(Programmes programmes) {
        super(programmes, HoldClearedV1.TYPE, HoldClearedV1.class);
    }

    @Override
    ProgrammeFact fact(HoldClearedV1 data) {
        return new ProgrammeFact.HoldCleared(data.holdId(), data.code());
    }
}
