package health.stillpoint.patient.candidacy.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.candidacy.Candidacies;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import jakarta.inject.Singleton;

/** A serious adverse event reopens the candidacy (architecture.md section 3). */
@Singleton
class AdverseEventReportedHandler extends PatientFactHandler<AdverseEventReportedV1> {

    private final Candidacies candidacies;

    AdverseEventReportedHandler(Candidacies candidacies) {
        super(AdverseEventReportedV1.TYPE, AdverseEventReportedV1.class);
        this.candidacies = candidacies;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<AdverseEventReportedV1> event) {
        if (event.data().mayBeSerious()) {
            candidacies.seriousAdverseEvent(patientId, event.data().adverseEventId());
        }
    }
}
