package health.stillpoint.patient.modality.messaging;

import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.modality.Modalities;
import health.stillpoint.patient.patients.domain.PatientId;
import health.stillpoint.patient.patients.messaging.PatientFactHandler;
import jakarta.inject.Singleton;

/** A response was scored: the recommendation may change. */
@Singleton
class ScoreHeardHandler extends PatientFactHandler<ScoreHeardV1> {

    private final Modalities modalities;

    ScoreHeardHandler(Modalities modalities) {
        super(ScoreHeardV1.TYPE, ScoreHeardV1.class);
        this.modalities = modalities;
    }

    @Override
    protected void apply(PatientId patientId, ReceivedEvent<ScoreHeardV1> event) {
        modalities.scored(patientId, event.data().instrument(), event.data().toScore());
    }
}
