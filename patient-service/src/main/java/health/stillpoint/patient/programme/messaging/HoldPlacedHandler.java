package health.stillpoint.patient.programme.messaging;

import health.stillpoint.patient.programme.Programmes;
import health.stillpoint.patient.programme.domain.ProgrammeFact;
import jakarta.inject.Singleton;

/** A hold stands: the programme is suspended. */
@Singleton
class HoldPlacedHandler extends ProgrammeFactHandler<HoldPlacedV1> {

    HoldPlacedHandler(Programmes programmes) {
        super(programmes, HoldPlacedV1.TYPE, HoldPlacedV1.class);
    }

    @Override
    ProgrammeFact fact(HoldPlacedV1 data) {
        return new ProgrammeFact.HoldPlaced(data.holdId(), data.code());
    }
}
