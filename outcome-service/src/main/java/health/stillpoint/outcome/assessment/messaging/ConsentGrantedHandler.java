package health.stillpoint.outcome.assessment.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.outcome.assessment.Assessments;
import health.stillpoint.outcome.assessment.domain.PatientId;
import jakarta.enterprise.context.ApplicationScoped;

/** Opens the baseline when treatment is consented to. Safe to receive twice. */
@ApplicationScoped
class ConsentGrantedHandler implements EventHandler<PatientConsentGrantedV1> {

    static final String TREATMENT = "TREATMENT";

    private final Assessments assessments;

    ConsentGrantedHandler(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String type() {
        return PatientConsentGrantedV1.TYPE;
    }

    @Override
    public Class<PatientConsentGrantedV1> dataType() {
        return PatientConsentGrantedV1.class;
    }

    @Override
    public void on(ReceivedEvent<PatientConsentGrantedV1> event) {
        PatientConsentGrantedV1 consent = event.data();
        if (TREATMENT.equals(consent.scope())) {
            assessments.treatmentConsented(new PatientId(consent.patientId()), consent.signedAt());
        }
    }
}
