package health.stillpoint.session.identity.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.session.identity.Identities;
import jakarta.inject.Singleton;

/** Removes here too what tells who the person was. */
@Singleton
class PatientErasedHandler implements EventHandler<PatientErasedV1> {

    private final Identities identities;

    PatientErasedHandler(Identities identities) {
        this.identities = identities;
    }

    @Override
    public String type() {
        return PatientErasedV1.TYPE;
    }

    @Override
    public Class<PatientErasedV1> dataType() {
        return PatientErasedV1.class;
    }

    @Override
    public void on(ReceivedEvent<PatientErasedV1> event) {
        identities.erased(event.data().patientId(), event.data().erasedAt(), event.data().keepUntil());
    }
}
