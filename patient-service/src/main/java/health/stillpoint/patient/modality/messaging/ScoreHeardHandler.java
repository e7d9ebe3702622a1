package health.stillpoint.patient.modality.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.patient.modality.Modalities;
import health.stillpoint.patient.patients.messaging.HeardOfPatient;
import jakarta.inject.Singleton;

/** A response was scored: the recommendation may change. Safe in any order and more than once. */
@Singleton
class ScoreHeardHandler implements EventHandler<ScoreHeardV1> {

    private final Modalities modalities;

    ScoreHeardHandler(Modalities modalities) {
        this.modalities = modalities;
    }

    @Override
    public String type() {
        return ScoreHeardV1.TYPE;
    }

    @Override
    public Class<ScoreHeardV1> dataType() {
        return ScoreHeardV1.class;
    }

    @Override
    public void on(ReceivedEvent<ScoreHeardV1> event) {
        ScoreHeardV1 data = event.data();
        HeardOfPatient.apply(data.patientId(), patientId -> modalities.scored(patientId, data.instrument(), data.toScore()));
    }
}
