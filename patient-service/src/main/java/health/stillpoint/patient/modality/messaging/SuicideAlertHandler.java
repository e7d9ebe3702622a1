package health.stillpoint.patient.modality.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.modality.Modalities;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import jakarta.inject.Singleton;

/** An alert of the suicide screener was raised. */
@Singleton
class SuicideAlertHandler extends PatientFactHandler<SuicideAlertV1> {

    private final Modalities modalities;

    SuicideAlertHandler(Modalities modalities) {
        super(SuicideAlertV1.TYPE, SuicideAlertV1.class);
        this.modalities = modalities;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<SuicideAlertV1> event) {
        event.data().toAlert().ifPresent(alert -> modalities.suicideAlert(patientId, event.data().alertId(), alert));
    }
}
