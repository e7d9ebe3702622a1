package health.stillpoint.patient.modality.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ImpossibleEvent;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.modality.Modalities;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
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
        try {
            data.risk().ifPresent(risk -> modalities.suicideAlert(new PatientId(data.patientId()), data.alertId(), risk));
        } catch (PatientRefusal.NoSuchPatient _) {
            throw new ImpossibleEvent("patient " + data.patientId() + " is not registered in this clinic");
        }
    }
}
