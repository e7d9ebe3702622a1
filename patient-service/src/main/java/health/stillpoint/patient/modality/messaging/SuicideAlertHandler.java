package health.stillpoint.patient.modality.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.modality.Modalities;
import health.stillpoint.patient.patients.messaging.HeardOfPatient;
import jakarta.inject.Singleton;

/** An alert of the suicide screener was raised. Safe in any order and more than once. */
@Singleton
class SuicideAlertHandler implements EventHandler<SuicideAlertV1> {

    private final Modalities modalities;

    SuicideAlertHandler(Modalities modalities) {
        this.modalities = modalities;
    }

    @Override
    public String type() {
        return SuicideAlertV1.TYPE;
    }

    @Override
    public Class<SuicideAlertV1> dataType() {
        return SuicideAlertV1.class;
    }

    @Override
    public void on(ReceivedEvent<SuicideAlertV1> event) {
        SuicideAlertV1 data = event.data();
        data.toAlert().ifPresent(alert -> HeardOfPatient.apply(data.patientId(),
                patientId -> modalities.suicideAlert(patientId, data.alertId(), alert)));
    }
}
