package health.stillpoint.patient.modality.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.modality.Modalities;
import health.stillpoint.patient.patients.messaging.HeardOfPatient;
import jakarta.inject.Singleton;

/** An alert of the suicide screener was settled. Safe in any order and more than once. */
@Singleton
class AlertResolvedHandler implements EventHandler<AlertResolvedV1> {

    private final Modalities modalities;

    AlertResolvedHandler(Modalities modalities) {
        this.modalities = modalities;
    }

    @Override
    public String type() {
        return AlertResolvedV1.TYPE;
    }

    @Override
    public Class<AlertResolvedV1> dataType() {
        return AlertResolvedV1.class;
    }

    @Override
    public void on(ReceivedEvent<AlertResolvedV1> event) {
        AlertResolvedV1 data = event.data();
        if (data.isOfSuicideScreener()) {
            HeardOfPatient.apply(data.patientId(), patientId -> modalities.alertResolved(patientId, data.alertId()));
        }
    }
}
