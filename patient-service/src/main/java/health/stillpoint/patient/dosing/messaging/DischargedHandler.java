package health.stillpoint.patient.dosing.messaging;

import health.stillpoint.patient.dosing.DosingHistories;
import health.stillpoint.patient.dosing.domain.DosingHistory;
import jakarta.inject.Singleton;

/** The person was found recovered. */
@Singleton
class DischargedHandler extends DosingFactHandler<DischargedV1> {

    DischargedHandler(DosingHistories histories) {
        super(histories, DischargedV1.TYPE, DischargedV1.class);
    }

    @Override
    DosingHistory add(DosingHistory history, DischargedV1 data) {
        return history.recovered(data.sessionId(), data.recoveredAt());
    }
}
