package health.stillpoint.patient.dosing.messaging;

import health.stillpoint.patient.dosing.DosingHistories;
import health.stillpoint.patient.dosing.domain.DosingHistory;
import jakarta.inject.Singleton;

/** A dose was given: nobody signs a consent until recovery and for a day. */
@Singleton
class DoseGivenHandler extends DosingFactHandler<DoseGivenV1> {

    DoseGivenHandler(DosingHistories histories) {
        super(histories, DoseGivenV1.TYPE, DoseGivenV1.class);
    }

    @Override
    DosingHistory add(DosingHistory history, DoseGivenV1 data) {
        return history.with(data.doseId(),
                new DosingHistory.Dose(data.sessionId(), route(data.route()), data.administeredAt(), data.administrationEndedAt()));
    }
}
