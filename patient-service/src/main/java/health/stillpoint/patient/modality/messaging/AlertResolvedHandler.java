package health.stillpoint.patient.modality.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ImpossibleEvent;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.modality.Modalities;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.domain.PatientRefusal;
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
        try {
            if (data.isOfSuicideScreener()) {
                modalities.alertResolved(new PatientId(data.patientId()), data.alertId());
            }
        } catch (PatientRefusal.NoSuchPatient _) {
            throw new ImpossibleEvent("patient " + data.patientId() + " is not registered in this clinic");
        }
    }
}
