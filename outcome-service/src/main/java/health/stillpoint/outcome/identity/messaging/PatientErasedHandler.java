package health.stillpoint.outcome.identity.messaging;

import health.stillpoint.kit.inbox.EventHandler;
import health.stillpoint.kit.inbox.ReceivedEvent;
import health.stillpoint.outcome.assessment.domain.PatientId;
import health.stillpoint.outcome.identity.Identities;
import jakarta.enterprise.context.ApplicationScoped;

/** Removes here too what tells who the person was, and asks them nothing more. Safe to receive twice. */
@ApplicationScoped
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
        PatientErasedV1 erasure = event.data();
        identities.erased(new PatientId(erasure.patientId()), erasure.erasedAt(), erasure.keepUntil());
    }
}
