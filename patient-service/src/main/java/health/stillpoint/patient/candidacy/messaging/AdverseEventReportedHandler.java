package health.stillpoint.patient.candidacy.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.candidacy.Candidacies;
import health.stillpoint.patient.patients.messaging.HeardOfPatient;
import jakarta.inject.Singleton;

/** A serious adverse event reopens the candidacy (architecture.md section 3). Safe to receive twice. */
@Singleton
class AdverseEventReportedHandler implements EventHandler<AdverseEventReportedV1> {

    private final Candidacies candidacies;

    AdverseEventReportedHandler(Candidacies candidacies) {
        this.candidacies = candidacies;
    }

    @Override
    public String type() {
        return AdverseEventReportedV1.TYPE;
    }

    @Override
    public Class<AdverseEventReportedV1> dataType() {
        return AdverseEventReportedV1.class;
    }

    @Override
    public void on(ReceivedEvent<AdverseEventReportedV1> event) {
        AdverseEventReportedV1 reported = event.data();
        if (!reported.mayBeSerious()) {
            return;
        }
        HeardOfPatient.apply(reported.patientId(), patientId -> candidacies.seriousAdverseEvent(patientId, reported.adverseEventId()));
    }
}
