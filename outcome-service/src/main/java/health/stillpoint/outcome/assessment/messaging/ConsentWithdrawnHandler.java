package health.stillpoint.outcome.assessment.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.outcome.assessment.Assessments;
import health.stillpoint.outcome.assessment.domain.PatientId;
import jakarta.enterprise.context.ApplicationScoped;

/** Forgets the consent to treatment, so that no baseline is opened on it. Safe to receive twice. */
@ApplicationScoped
class ConsentWithdrawnHandler implements EventHandler<PatientConsentWithdrawnV1> {

    private final Assessments assessments;

    ConsentWithdrawnHandler(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String type() {
        return PatientConsentWithdrawnV1.TYPE;
    }

    @Override
    public Class<PatientConsentWithdrawnV1> dataType() {
        return PatientConsentWithdrawnV1.class;
    }

    @Override
    public void on(ReceivedEvent<PatientConsentWithdrawnV1> event) {
        PatientConsentWithdrawnV1 consent = event.data();
        if (ConsentGrantedHandler.TREATMENT.equals(consent.scope()) && !consent.isReplaced()) {
            assessments.treatmentConsentWithdrawn(new PatientId(consent.patientId()));
        }
    }
}
