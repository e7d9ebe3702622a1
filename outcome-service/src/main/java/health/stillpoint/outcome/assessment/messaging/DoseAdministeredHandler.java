package health.stillpoint.outcome.assessment.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.outcome.assessment.Assessments;
import health.stillpoint.outcome.assessment.domain.AdministeredDose;
import health.stillpoint.outcome.assessment.domain.PatientId;
import jakarta.enterprise.context.ApplicationScoped;

/** Plans the check of the day after a dose and ends the baseline. Safe to receive twice. */
@ApplicationScoped
class DoseAdministeredHandler implements EventHandler<SessionDoseAdministeredV1> {

    private final Assessments assessments;

    DoseAdministeredHandler(Assessments assessments) {
        this.assessments = assessments;
    }

    @Override
    public String type() {
        return SessionDoseAdministeredV1.TYPE;
    }

    @Override
    public Class<SessionDoseAdministeredV1> dataType() {
        return SessionDoseAdministeredV1.class;
    }

    @Override
    public void on(ReceivedEvent<SessionDoseAdministeredV1> event) {
        SessionDoseAdministeredV1 dose = event.data();
        assessments.doseAdministered(new AdministeredDose(
                dose.doseId(),
                new PatientId(dose.patientId()),
                dose.courseId(),
                dose.doseNumber(),
                dose.level(),
                dose.administrationEndedAt()));
    }
}
