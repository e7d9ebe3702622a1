package health.stillpoint.patient.candidacy.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.candidacy.Candidacies;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import jakarta.inject.Singleton;

/** A C-SSRS that says high reopens the candidacy: between screenings too it is an absolute finding (programme.md section 4). */
@Singleton
class HighSuicideRiskHandler extends PatientFactHandler<HighSuicideRiskV1> {

    private final Candidacies candidacies;

    HighSuicideRiskHandler(Candidacies candidacies) {
        super(HighSuicideRiskV1.TYPE, HighSuicideRiskV1.class);
        this.candidacies = candidacies;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<HighSuicideRiskV1> event) {
        if (event.data().excludes()) {
            candidacies.highSuicideRisk(patientId, event.data().alertId(), event.data().raisedAt());
        }
    }
}
