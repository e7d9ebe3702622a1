package health.stillpoint.outcome.assessment.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.outcome.assessment.Assessments;
import health.stillpoint.outcome.assessment.domain.PatientId;
import jakarta.enterprise.context.ApplicationScoped;

/** Keeps the diagnosis, which decides the primary endpoint; opens the baseline when consent came first. Safe to receive twice. */
@ApplicationScoped
class IntakeSignedHandler implements EventHandler<PatientIntakeSignedV1> {

    private final Assessments assessments;

    IntakeSignedHandler(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String type() {
        return PatientIntakeSignedV1.TYPE;
    }

    @Override
    public Class<PatientIntakeSignedV1> dataType() {
        return PatientIntakeSignedV1.class;
    }

    @Override
    public void on(ReceivedEvent<PatientIntakeSignedV1> event) {
        PatientIntakeSignedV1 intake = event.data();
        assessments.intakeSigned(new PatientId(intake.patientId()), intake.primaryDiagnosis());
    }
}
